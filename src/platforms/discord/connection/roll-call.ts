// Asks Discord in which servers the bot is. Without a gateway nobody tells that it was removed.
// https://docs.discord.com/developers/resources/user#get-current-user-guilds
import { Routes, type REST } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import type { Snowflake } from '../ids.ts'
import { list, raw, text } from '../raw.ts'
import type { AskedServers } from './asked-servers.ts'
import type { Listener } from './connection.ts'
import { loggable } from './errors.ts'

const pageSize = 200

type RollCall = { readonly rest: REST; readonly servers: AskedServers; readonly listener: Pick<Listener, 'kept' | 'joined'>; readonly stop: AbortSignal; readonly log: Log }

/** Never fails. @returns false if it has to be repeated */
export async function callRoll({ rest, servers, listener, stop, log }: RollCall): Promise<boolean> {
  try {
    const take = servers.recount()
    const all = await allServers(rest, stop)
    if (all === undefined) return false
    take(all)
    const { running, removed } = await listener.kept()
    // The list may be older than a server that the bot has come into meanwhile, so each that is missing is asked for by itself.
    for (const server of running) if (!all.has(server)) await servers.refused(server)
    for (const server of removed) if (all.has(server)) listener.joined(server)
    return true
  } catch (error) {
    log.warn(loggable(error), 'could not ask in which servers the bot is')
    return false
  }
}

/** With their names; undefined if it was stopped. */
async function allServers(rest: REST, stop: AbortSignal): Promise<ReadonlyMap<Snowflake, string> | undefined> {
  const all = new Map<Snowflake, string>()
  let after = '0'
  for (;;) {
    if (stop.aborted) return undefined
    const page = list(await rest.get(Routes.userGuilds(), { query: new URLSearchParams({ limit: String(pageSize), after }) })).map(raw)
    for (const { id, name } of page) all.set(text(id), text(name))
    const last = text(page.at(-1)?.['id'])
    if (page.length < pageSize || last === after) return all
    after = last
  }
}
