// Discord as a platform: connects, passes interactions to the bot, posts and edits. The only file that the rest of the bot loads.
import { Events, type Client, type Interaction } from 'discord.js'
import type { Commands } from '../../commands/commands.ts'
import type { Log } from '../../core/log.ts'
import type { PlatformMeasures } from '../../core/measures.ts'
import type { GroupId, PersonId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { DrawPicture } from '../../screens/pictures/picture.ts'
import type { Screen } from '../../screens/screen.ts'
import { createDirectScreens } from '../direct-screens.ts'
import { PostError, type Platform } from '../platform.ts'
import { createMessageAnswerer } from './answer-message.ts'
import { connect, reach } from './connection/connect.ts'
import { loggable } from './connection/errors.ts'
import { guardEvents } from './connection/event-guard.ts'
import { watchHealth, type HealthTiming } from './connection/health.ts'
import { createLanes } from './connection/lanes.ts'
import { watchOtherProcess } from './connection/other-process.ts'
import { lacksRight } from './connection/post-errors.ts'
import { presence } from './connection/presence.ts'
import { probe } from './connection/probe.ts'
import { roleHolders } from './connection/role-holders.ts'
import { createDrafts } from './drafts.ts'
import { groupId, personId, placeId, readGroup, type Snowflake } from './ids.ts'
import { autocomplete } from './incoming/autocomplete.ts'
import { registerCommands } from './incoming/register-commands.ts'
import { isUserInteraction } from './interaction.ts'
import { find, shows } from './outgoing/find.ts'
import type { AttachedNames, DiscordMessage } from './outgoing/message.ts'
import { drawAll, nothingAttached, type Attached } from './outgoing/pictures.ts'
import { announce, post, redraw, reply, tell } from './outgoing/post.ts'
import { openThread } from './outgoing/thread.ts'
import { render } from './outgoing/render.ts'
import { respond, type Responder } from './respond.ts'

export type DiscordConfig = {
  readonly token: string
  /** Another address of the API than Discord's own, for a proxy or a test; without version. */
  readonly apiUrl?: string
  readonly commands: Commands
  readonly log: Log
  /** How many requests per second Discord allows this bot; by default 50. More for a bot whose limit Discord has raised. */
  readonly requestsPerSecond?: number
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
}

const usual: Timing = { request: 5_000, defer: 1_500, grace: 45_000, silence: 30_000, pause: 300, retry: 2_000 }

export function createDiscordPlatform(config: DiscordConfig): Platform {
  const { token, commands, log, now = Date.now } = config
  const commandIds = new Map<string, string>()
  /** An edit pings nobody, whatever its post did. */
  const quiet = (message: DiscordMessage): DiscordMessage => ({ ...message, allowed_mentions: { parse: [] } })
  const draw = (screen: Screen, attached?: AttachedNames) => render(screen, commands, commandIds, attached)
  const timing = { ...usual, ...config.timing }
  const lanes = createLanes({ api: config.apiUrl, requestTimeout: timing.request, requestsPerSecond: config.requestsPerSecond ?? 50, log, answeredBefore: () => others.wasFaster(), measures: config.measures })
  const { client } = lanes
  const others = watchOtherProcess(client, now)
  // The token is set before each use: discord.js forgets it after a single 401, which an outage of Discord can cause too.
  const rounds = () => lanes.rounds.setToken(token)
  const sender = () => ({ rest: rounds(), pause: timing.pause })
  client.on(Events.Error, (error) => log.error(loggable(error), 'the Discord client failed'))
  guardEvents(client, log)
  const health = watchHealth(client, lanes.gateway, timing, log)
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

  return {
    name: 'discord',
    // An edit makes no sound and marks nothing as unread. The post says "(edited)".
    editsQuietly: true,
    start: async (handler) => {
      listen(client, { handler, commands, commandIds, apiUrl: config.apiUrl, log, now, drafts: createDrafts(now), direct: createDirectScreens(), drawPicture: config.drawPicture, deferAfter: timing.defer, measures: config.measures }, underWay)
      await reach(rounds(), timing.retry, stop, log)
      await connect(lanes, token, stop)
      await registerCommands({ rest: lanes.rounds, application: client.application?.id ?? '', commands, ids: commandIds, retry: timing.retry, stop, log })
    },
    post: (place, screen, round) => {
      others.posting(round)
      return withPicture(screen, (message, attached) => post(sender(), place, message, round, attached))
    },
    announce: (place, screen, event) => withPicture(screen, (message, attached) => announce(sender(), place, message, event, attached)),
    find: (place, round, since, upTo) => find({ rest: rounds(), client, place, round, since, upTo, log }),
    shows: (message) => shows(rounds(), message),
    redraw: (ref, screen) => withPicture(screen, (message, attached) => redraw(sender(), ref, quiet(message), attached)),
    discuss: (message, { name }) => openThread(sender(), message, name),
    reply: (message, screen, round) => reply(sender(), message, draw(screen), round),
    tell: (person, screen, event) => tell(sender(), person, draw(screen), log, event),
    presence: (people) => presence(rounds(), people, log),
    havingRole: (role, people) => roleHolders(client, role, people, timing.request, log),
    groupName: (group) => client.guilds.cache.get(readGroup(group) ?? '')?.name,
    owners: async (group) => ownerOf(client, group),
    healthy: () => health.healthy(),
    refused: lanes.refused,
    unanswered: () => probe(rounds()),
    shared: others.seen,
    stop: async () => {
      stopping.abort()
      client.removeAllListeners(Events.InteractionCreate)
      client.removeAllListeners(Events.MessageCreate)
      await Promise.all(underWay)
      health.stop()
      await lanes.close()
    },
  }
}

/** Adds the work on each event to `underWay` until it is done. */
function listen(client: Client, responder: Responder, underWay: Set<Promise<void>>): void {
  const { handler, commands, log, now } = responder
  const track = (work: Promise<void>) => {
    const tracked = work.finally(() => underWay.delete(tracked))
    underWay.add(tracked)
  }
  const failed = (group: string, message: string) => (error: unknown) => log.error({ group, ...loggable(error) }, message)
  client.on(Events.InteractionCreate, (interaction: Interaction) => {
    if (interaction.isAutocomplete()) track(autocomplete(handler, commands, interaction, log))
    else if (isUserInteraction(interaction)) track(respond(responder, interaction))
  })
  const draw = (screen: Screen, attached?: AttachedNames) => render(screen, commands, responder.commandIds, attached)
  const answerMessage = createMessageAnswerer({ handler, commands, direct: responder.direct, rest: client.rest, draw, drawPicture: responder.drawPicture, log, now })
  client.on(Events.MessageCreate, (message) => track(answerMessage(message)))
  // discord.js has other events for outages: they say that a server is unavailable, and available again.
  client.on(Events.GuildDelete, ({ id }) => {
    const group = groupId(id)
    log.info({ group }, 'the bot was removed from a server')
    track(handler.removed(group, now()).catch(failed(group, 'could not pause the daily questions of a server')))
  })
  const deleted = (guild: Snowflake, channel: Snowflake) => {
    const group = groupId(guild)
    track(handler.lost(placeId(guild, channel), 'deleted').catch(failed(group, 'could not stop the daily question of a deleted channel')))
  }
  client.on(Events.ChannelDelete, (channel) => {
    if (channel.isDMBased()) return
    deleted(channel.guildId, channel.id)
    // Discord deletes a channel's threads without saying so.
    if ('threads' in channel) for (const thread of channel.threads.cache.keys()) deleted(channel.guildId, thread)
  })
  client.on(Events.ThreadDelete, ({ guildId, id }) => deleted(guildId, id))
  client.on(Events.GuildCreate, ({ id }) => {
    const group = groupId(id)
    log.info({ group }, 'the bot was added to a server')
    track(handler.joined(group).catch(failed(group, 'could not tell anybody what is paused in a server')))
  })
}

/** Who administers the server besides its owner, Discord tells only bots that may read all members. */
function ownerOf(client: Client, group: GroupId): readonly PersonId[] {
  const guild = readGroup(group)
  const owner = guild === undefined ? undefined : client.guilds.cache.get(guild)?.ownerId
  return guild === undefined || owner === undefined ? [] : [personId(guild, owner)]
}
