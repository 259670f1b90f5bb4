// Interactions over HTTP: no gateway, and so no limit to the number of servers. What only the gateway tells, the bot asks for: in which
// servers it is. What people write to the bot, nobody tells it.
import { Routes } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import { day, minute, type Instant } from '../../../core/time.ts'
import type { HttpPort, Route } from '../../http-port.ts'
import { StartError } from '../../platform.ts'
import { isSnowflake, type Snowflake } from '../ids.ts'
import { raw, text, type Raw } from '../raw.ts'
import { askedServers, type AskedServers } from './asked-servers.ts'
import { reach } from './connect.ts'
import type { Connection, Listener } from './connection.ts'
import { loggable } from './errors.ts'
import { openDoor, prefixes, type HealthReport } from './http-door.ts'
import type { Lanes } from './lanes.ts'
import { callRoll } from './roll-call.ts'
import { readPublicKey } from './signature.ts'

/** `publicKey`: 64 hexadecimal digits. `health`: answers GET /healthz and /readyz on the same port. */
export type HttpOptions = { readonly publicKey: string; readonly port: HttpPort; readonly health?: HealthReport }

type Options = HttpOptions & {
  readonly lanes: Lanes
  readonly timing: { readonly retry: number; readonly rollCall: number }
  readonly now: () => Instant
  readonly log: Log
}

/** In milliseconds. */
export const rollCallEvery = day
const failedAgainAfter = 5 * minute

/** Requests are answered at once, so none is under way for long. In milliseconds. */
const closeWithin = 3_000

export function httpConnection({ publicKey, port, health, lanes, timing, now, log }: Options): Connection {
  let listener: Listener | undefined
  let application: { readonly id: Snowflake; readonly bot: Snowflake } | undefined
  let timer: NodeJS.Timeout | undefined
  const removed = async (server: Snowflake) => listener?.removed(server)
  const servers = askedServers({ people: lanes.people, rest: lanes.rounds, bot: () => application?.bot, removed, now, log })
  const door = openDoor({
    key: readPublicKey(publicKey), now, log, health,
    isOpen: () => listener !== undefined,
    interaction: (payload) => {
      listener?.interaction(payload)
      void noticeServer(payload, { servers, lanes, log }, listener)
    },
    event: (payload) => noticeAuthorization(payload, servers, listener),
  })
  const route: Route = { prefixes, listener: door }
  return {
    servers,
    start: async (given, stop) => {
      const found = raw(await reach(lanes.rounds, timing.retry, stop, log, Routes.currentApplication()))
      const key = text(found['verify_key'])
      if (key !== '' && key.toLowerCase() !== publicKey.toLowerCase()) throw wrongKey()
      application = { id: text(found['id']), bot: text(raw(found['bot'])['id']) || text(found['id']) }
      listener = given
      await port.open(route)
      const call = async () => {
        const isDone = await callRoll({ rest: lanes.rounds, servers, listener: given, stop, log })
        if (!stop.aborted) timer = setTimeout(() => void call(), isDone ? timing.rollCall : Math.min(timing.rollCall, failedAgainAfter)).unref()
      }
      void call()
    },
    application: () => application,
    healthy: () => listener !== undefined && port.isOpen(),
    fallSilent: () => {
      listener = undefined
      clearTimeout(timer)
    },
    close: () => port.close(route, closeWithin),
  }
}

const wrongKey = () =>
  new StartError('DISCORD_PUBLIC_KEY belongs to another application than DISCORD_TOKEN. Copy the public key at discord.com/developers/applications, your application, General Information.')

/** The first interaction from a server that the bot did not know of: it was added there. Never fails. */
async function noticeServer(payload: Raw, { servers, lanes, log }: { readonly servers: AskedServers; readonly lanes: Lanes; readonly log: Log }, listener: Listener | undefined): Promise<void> {
  const server = payload['guild_id']
  const isInstalled = raw(payload['authorizing_integration_owners'])['0'] !== undefined
  if (typeof server !== 'string' || !isSnowflake(server) || !isInstalled || servers.isKnown(server)) return
  servers.add(server, '')
  try {
    servers.add(server, text(raw(await lanes.rounds.get(Routes.guild(server)))['name']))
    listener?.joined(server)
  } catch (error) {
    log.info(loggable(error), 'could not ask for the name of a server')
  }
}

/** https://docs.discord.com/developers/events/webhook-events#application-authorized */
function noticeAuthorization(payload: Raw, servers: AskedServers, listener: Listener | undefined): void {
  const event = raw(payload['event'])
  const guild = raw(raw(event['data'])['guild'])
  const id = text(guild['id'])
  if (event['type'] !== 'APPLICATION_AUTHORIZED' || !isSnowflake(id)) return
  servers.add(id, text(guild['name']))
  listener?.joined(id)
}
