// Discord as a platform of the bot: connects, hands requests to the door, posts and redraws. The only way in from outside.
import { setTimeout as sleep } from 'node:timers/promises'
import { DiscordAPIError, Events, Routes, type Client, type Interaction, type REST } from 'discord.js'
import { StartError, type Handler, type Platform } from '../platform.ts'
import type { Commands } from '../../commands/commands.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Instant } from '../../core/time.ts'
import { createLanes, type Lanes } from './connection/lanes.ts'
import { complete } from './incoming/autocomplete.ts'
import { described, startRefused, unreachable } from './connection/post-errors.ts'
import { find } from './outgoing/find.ts'
import { guardEvents } from './connection/event-guard.ts'
import { watchConnection, type Patience } from './connection/health.ts'
import { groupId } from './ids.ts'
import type { Log } from '../../core/log.ts'
import { post, redraw, tell } from './outgoing/post.ts'
import { render } from './outgoing/render.ts'
import { presence } from './connection/presence.ts'
import { registerCommands } from './incoming/register-commands.ts'
import { respond } from './respond.ts'
import { isAsked } from './incoming/to-request.ts'

export type DiscordConfig = {
  readonly token: string
  /** Another address of the API than Discord's own, for a proxy or a test; without version. */
  readonly apiUrl?: string
  readonly commands: Commands
  readonly log: Log
  /** How many requests Discord allows this bot: 50 a second, and more where it was asked to raise that. */
  readonly requestsPerSecond?: number
  /** The clock, as Discord's ids are compared with it. */
  readonly now?: () => Instant
  readonly timing?: Partial<Timing>
}

/** All in milliseconds. */
type Timing = Patience & {
  /** How long one request may take. */
  readonly request: number
  /** How long the bot's answer is waited for before the person is asked for patience. */
  readonly defer: number
  /** Before a post that broke off is tried again. */
  readonly pause: number
  /** Between tries to reach Discord at the start, and to register the commands. */
  readonly retry: number
}

const usual: Timing = { request: 5_000, defer: 1_500, grace: 45_000, silence: 30_000, pause: 300, retry: 2_000 }

export function createDiscordPlatform(config: DiscordConfig): Platform {
  const { token, commands, log, now = Date.now } = config
  const draw = (screen: Screen) => render(screen, commands)
  const timing = { ...usual, ...config.timing }
  const lanes = createLanes(config.apiUrl, timing.request, config.requestsPerSecond ?? 50, log)
  const { client } = lanes
  // Set anew for each use: after a single 401, which a failure of Discord can cause too, the library forgets it.
  const rounds = () => lanes.rounds.setToken(token)
  client.on(Events.Error, (error) => log.error(described(error), 'the Discord client failed'))
  guardEvents(client, log)
  const watch = watchConnection(client, lanes.connection, timing, log)
  const underWay = new Set<Promise<void>>()
  const stopping = new AbortController()

  return {
    name: 'discord',
    // An edit makes no sound and marks nothing unread; the post says "(edited)", which is true.
    editsQuietly: true,
    start: async (handler) => {
      listen(client, handler, { commands, log, now, deferAfter: timing.defer }, underWay)
      await reach(rounds(), timing.retry, stopping.signal, log)
      await connect(lanes, token, stopping.signal)
      await keepRegistered({ lanes, commands, retry: timing.retry, stop: stopping.signal, log })
    },
    post: (place, screen, round) => post(rounds(), place, draw(screen), round, timing.pause),
    find: (place, round, since) => find(rounds(), client, place, round, since, now(), log),
    redraw: (message, screen) => redraw(rounds(), message, draw(screen), timing.pause),
    tell: (person, screen) => tell(rounds(), person, draw(screen), log),
    presence: (people) => presence(rounds(), people, log),
    healthy: () => watch.healthy(),
    refused: lanes.refused,
    stop: async () => {
      stopping.abort()
      client.removeAllListeners(Events.InteractionCreate)
      await Promise.all(underWay)
      watch.stop()
      await lanes.end()
    },
  }
}

type Manner = { readonly commands: Commands; readonly log: Log; readonly now: () => Instant; readonly deferAfter: number }

function listen(client: Client, handler: Handler, manner: Manner, underWay: Set<Promise<void>>): void {
  const { commands, log, now } = manner
  const keep = (work: Promise<void>) => {
    const kept = work.finally(() => underWay.delete(kept))
    underWay.add(kept)
  }
  client.on(Events.InteractionCreate, (interaction: Interaction) => {
    if (interaction.isAutocomplete()) keep(complete(handler, commands, interaction, log))
    else if (isAsked(interaction)) keep(respond({ handler, ...manner }, interaction))
  })
  // Neither is for an outage: then the library says that the guild is unavailable, and available again.
  client.on(Events.GuildDelete, ({ id }) => {
    log.info({ group: groupId(id) }, 'the bot was taken out of a server')
    keep(handler.removed(groupId(id), now()).catch((error: unknown) => log.error({ group: groupId(id), ...described(error) }, 'the quizzes of a server could not be paused')))
  })
  client.on(Events.GuildCreate, ({ id }) => {
    log.info({ group: groupId(id) }, 'the bot was brought into a server')
    keep(handler.joined(groupId(id)).catch((error: unknown) => log.error({ group: groupId(id), ...described(error) }, 'nobody was told what is paused in a server')))
  })
}

/** Tries at the start, so that a short outage of Discord does not end the process. */
const startTries = 5

/** Asks before connecting, since the client cannot be used again after a login that failed. */
async function reach(rounds: REST, retry: number, stop: AbortSignal, log: Log): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rounds.get(Routes.gatewayBot())
      return
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === 401) throw startRefused(4004, error)
      if (attempt === startTries || stop.aborted) throw unreachable(rounds.options.api, error)
      log.warn({ attempt, ...described(error) }, 'Discord cannot be reached yet')
    }
    await sleep(retry * attempt, undefined, { signal: stop }).catch(() => undefined)
  }
}

const connectTimeout = 30_000

/** Fulfilled when interactions are handed out. The library's login is fulfilled also where the gateway refuses it for good. */
async function connect({ client, end }: Lanes, token: string, stop: AbortSignal): Promise<void> {
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>()
  const refuse = ({ code }: { readonly code: number }) => reject(startRefused(code))
  const giveUp = () => reject(unreachable(client.rest.options.api, undefined))
  const timer = setTimeout(giveUp, connectTimeout)
  stop.addEventListener('abort', giveUp, { once: true })
  client.once(Events.ClientReady, () => resolve())
  client.once(Events.ShardDisconnect, refuse)
  try {
    if (stop.aborted) giveUp()
    await Promise.all([ready, stop.aborted || client.login(token)])
  } catch (error) {
    await end()
    throw error instanceof StartError ? error : unreachable(client.rest.options.api, error)
  } finally {
    clearTimeout(timer)
    stop.removeEventListener('abort', giveUp)
    client.off(Events.ShardDisconnect, refuse)
  }
}

type Registering = { readonly lanes: Lanes; readonly commands: Commands; readonly retry: number; readonly stop: AbortSignal; readonly log: Log }

/** Commands of an earlier start still work, so a failure here does not end the start: it is tried again in the background. */
async function keepRegistered(registering: Registering, attempt = 1): Promise<void> {
  const { lanes, commands, retry, stop, log } = registering
  try {
    const what = await registerCommands(lanes.rounds, lanes.client.application?.id ?? '', commands)
    log.info({ commands: what }, 'the commands are registered with Discord')
  } catch (error) {
    log.error({ attempt, ...described(error) }, 'the commands could not be registered with Discord; it is tried again')
    const pause = sleep(Math.min(retry * 2 ** attempt, longestPause), undefined, { signal: stop, ref: false })
    void pause.then(() => keepRegistered(registering, attempt + 1)).catch(() => undefined)
  }
}

const longestPause = 10 * 60_000
