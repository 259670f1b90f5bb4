// Discord as a platform: connects, passes interactions to the bot, posts and edits. The only file that the rest of the bot loads.
import type { Commands } from '../../commands/commands.ts'
import type { Log } from '../../core/log.ts'
import type { PlatformMeasures } from '../../core/measures.ts'
import type { PlaceId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { DrawPicture } from '../../screens/pictures/picture.ts'
import type { Screen } from '../../screens/screen.ts'
import { createDirectScreens } from '../direct-screens.ts'
import { PostError, type Platform } from '../platform.ts'
import { gatewayConnection } from './connection/gateway-connection.ts'
import type { HealthTiming } from './connection/health.ts'
import { httpConnection, rollCallEvery, type HttpOptions } from './connection/http-connection.ts'
import { createLanes } from './connection/lanes.ts'
import { watchOtherProcess } from './connection/other-process.ts'
import { lacksRight } from './connection/post-errors.ts'
import { presence } from './connection/presence.ts'
import { probe } from './connection/probe.ts'
import { createDrafts } from './drafts.ts'
import { personId, readGroup, readPlace } from './ids.ts'
import { registerCommands } from './incoming/register-commands.ts'
import { createListener } from './listener.ts'
import { find, shows } from './outgoing/find.ts'
import type { AttachedNames, DiscordMessage } from './outgoing/message.ts'
import { drawAll, nothingAttached, type Attached } from './outgoing/pictures.ts'
import { announce, post, redraw, reply, tell } from './outgoing/post.ts'
import { openThread } from './outgoing/thread.ts'
import { render } from './outgoing/render.ts'

export type DiscordConfig = {
  readonly token: string
  /** Another address of the API than Discord's own, for a proxy or a test; without version. */
  readonly apiUrl?: string
  readonly commands: Commands
  readonly log: Log
  /** How many requests per second this process may send; by default 50, which is what Discord allows a bot. */
  readonly requestsPerSecond?: number
  /** Interactions come over HTTP, and not over the gateway. */
  readonly http?: HttpOptions
  /** Absent: no pictures. */
  readonly drawPicture?: DrawPicture
  readonly measures?: PlatformMeasures
  /** The clock that is compared with the times in Discord's ids. */
  readonly now?: () => Instant
  readonly timing?: Partial<Timing>
}

/** All in milliseconds. */
type Timing = HealthTiming & {
  /** How long one request may take. */
  readonly request: number
  /** How long after the press an interaction is acknowledged if there is no answer yet. */
  readonly defer: number
  /** Before a post that broke off is tried again. */
  readonly pause: number
  /** Between attempts to reach Discord at the start, and to register the commands. */
  readonly retry: number
  /** Over HTTP: from one question in which servers the bot is to the next. */
  readonly rollCall: number
}

const usual: Timing = { request: 5_000, defer: 1_500, grace: 45_000, silence: 30_000, pause: 300, retry: 2_000, rollCall: rollCallEvery }

export function createDiscordPlatform(config: DiscordConfig): Platform {
  const { token, commands, log, now = Date.now, requestsPerSecond = 50 } = config
  const commandIds = new Map<string, string>()
  /** An edit pings nobody, whatever its post did. */
  const quiet = (message: DiscordMessage): DiscordMessage => ({ ...message, allowed_mentions: { parse: [] } })
  const draw = (screen: Screen, attached?: AttachedNames) => render(screen, commands, commandIds, attached)
  const timing = { ...usual, ...config.timing }
  const others = watchOtherProcess(now)
  const lanes = createLanes({ token, api: config.apiUrl, requestTimeout: timing.request, requestsPerSecond, log, answeredBefore: others.wasFaster, measures: config.measures })
  const { rounds } = lanes
  const connection = config.http === undefined ? gatewayConnection({ token, lanes, others, timing, log }) : httpConnection({ ...config.http, lanes, timing, now, log })
  const { servers } = connection
  const sender = { rest: rounds, pause: timing.pause }
  const underWay = new Set<Promise<void>>()
  const stopping = new AbortController()
  const stop = stopping.signal

  /** Without its picture where the bot may not attach files: the text says the same. */
  async function withPicture<Sent>(screen: Screen, send: (message: DiscordMessage, attached: Attached) => Promise<Sent>): Promise<Sent> {
    const attached = await drawAll(screen, config.drawPicture)
    try {
      return await send(draw(screen, attached.names), attached)
    } catch (fault) {
      const isRefused = fault instanceof PostError && (fault.code === 'refused' || lacksRight(fault.cause))
      if (attached.files.length === 0 || !isRefused) throw fault
      log.warn({ screen: screen.name, fault: fault.message }, 'could not send a post with its picture; sending the text alone')
      return send(draw(screen), nothingAttached)
    }
  }

  /** A post that was refused because the bot can't reach the channel may be the first sign that it was removed. */
  async function inServer<Sent>(place: PlaceId, send: () => Promise<Sent>): Promise<Sent> {
    try {
      return await send()
    } catch (fault) {
      const server = readPlace(place)?.guild
      if (server !== undefined && fault instanceof PostError && fault.lost === 'unreachable') await servers.refused(server)
      throw fault
    }
  }

  return {
    name: 'discord',
    // An edit makes no sound and marks nothing as unread. The post says "(edited)".
    editsQuietly: true,
    hearsMessages: () => config.http === undefined,
    start: async (handler) => {
      const responder = {
        handler, commands, commandIds, rest: lanes.people, rolesOf: servers.roles, apiUrl: config.apiUrl, log, now,
        drafts: createDrafts(now), direct: createDirectScreens(), drawPicture: config.drawPicture, deferAfter: timing.defer, measures: config.measures,
      }
      await connection.start(createListener(responder, draw, underWay), stop)
      await registerCommands({ rest: rounds, application: connection.application()?.id ?? '', commands, ids: commandIds, overHttp: config.http !== undefined, retry: timing.retry, stop, log })
    },
    post: (place, screen, round) => {
      others.posting(round)
      return inServer(place, () => withPicture(screen, (message, attached) => post(sender, place, message, round, attached)))
    },
    announce: (place, screen, event) => inServer(place, () => withPicture(screen, (message, attached) => announce(sender, place, message, event, attached))),
    find: (place, round, since, upTo) => find({ rest: rounds, connection, place, round, since, upTo, log }),
    shows: (message) => shows(rounds, message),
    redraw: (ref, screen) => withPicture(screen, (message, attached) => redraw(sender, ref, quiet(message), attached)),
    discuss: (message, { name }) => openThread(sender, message, name),
    reply: (message, screen, round) => reply(sender, message, draw(screen), round),
    tell: (person, screen, event) => tell(sender, person, draw(screen), log, event),
    presence: (people) => presence(rounds, people, log),
    havingRole: servers.roleHolders,
    groupName: (group) => servers.name(readGroup(group) ?? ''),
    owners: async (group) => {
      const server = readGroup(group)
      const owner = server === undefined ? undefined : await servers.owner(server)
      return server === undefined || owner === undefined ? [] : [personId(server, owner)]
    },
    healthy: () => connection.healthy(),
    refused: lanes.refused,
    unanswered: () => probe(rounds),
    shared: others.seen,
    stop: async () => {
      stopping.abort()
      connection.fallSilent()
      await Promise.all(underWay)
      await connection.close()
      lanes.close()
    },
  }
}
