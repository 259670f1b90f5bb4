// A gateway connection serves 2,500 servers; a bot in more has to take interactions over HTTP.
import { Routes, type REST } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import { StartError } from '../../platform.ts'
import { raw } from '../raw.ts'
import { loggable } from './errors.ts'
import { useHttp } from './start-errors.ts'

/** https://docs.discord.com/developers/events/gateway#sharding: from this number on, Discord closes such a connection. */
const tooMany = 2_500

/**
 * Discord recommends several shards long before it requires them, so the number of servers decides.
 *
 * @param gateway the answer of `GET /gateway/bot`
 * @throws StartError
 */
export async function refuseTooManyServers(gateway: unknown, rest: REST, log: Log): Promise<void> {
  const shards = Number(raw(gateway)['shards'])
  if (!(shards > 1)) return
  const servers = await numberOfServers(rest, log)
  if (servers >= tooMany) throw new StartError(`The bot is in ${servers.toLocaleString('en-US')} servers. Over the gateway it can serve fewer than 2,500. ${useHttp}`)
  log.warn({ servers, shards }, `Discord recommends several shards for this bot. From 2,500 servers on it can't start like this: ${useHttp}`)
}

/** 0 if Discord does not say: then it decides itself. */
async function numberOfServers(rest: REST, log: Log): Promise<number> {
  try {
    return Number(raw(await rest.get(Routes.currentApplication()))['approximate_guild_count'] ?? 0)
  } catch (error) {
    log.warn(loggable(error), 'could not ask in how many servers the bot is')
    return 0
  }
}
