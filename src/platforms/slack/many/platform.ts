// Slack for many workspaces: one app, installed by whoever wants it. Requests come over HTTP, and each says which workspace it's from; what goes
// out goes with that workspace's own token.
import type { GroupId } from '../../../core/quiz.ts'
import { PostError, type Handler, type Platform } from '../../platform.ts'
import { connectBolt } from '../connection/bolt-app.ts'
import { faultName } from '../connection/fault.ts'
import { probe } from '../connection/probe.ts'
import { createResponseUrlClient } from '../connection/response-url.ts'
import { createUnderWay } from '../connection/under-way.ts'
import { groupId, messageInPlace, readMessageRef, teamIn, teamOf } from '../ids.ts'
import { nameCommand } from '../outgoing/name-command.ts'
import { drainWithin, type SlackPlatform } from '../platform.ts'
import type { ManyConfig } from './config.ts'
import { createDoor, type Door } from './door.ts'
import { createInstaller, installConnection } from './installer.ts'
import { installUrlAt } from './paths.ts'
import { sharedClients } from './shared-clients.ts'
import { createStanding, type Standing } from './standing.ts'
import { unseal } from './sealed-token.ts'
import { createTokens, type OpenToken } from './tokens.ts'
import { createWorkspaces, type Opened } from './workspaces.ts'

const away = (installUrl: string) => `The app was removed from this workspace, or Slack no longer takes its token. Somebody there can install it again: ${installUrl}`

/** Nothing is sent before {@link Platform.start}. */
export function createSlackForMany(config: ManyConfig): SlackPlatform {
  const { kept, tokenKeys, publicUrl, apiUrl, log, now = Date.now } = config
  const installUrl = installUrlAt(publicUrl)
  const open: OpenToken = (installation) => {
    try {
      return installation.sealed === null ? undefined : { installation, token: unseal(tokenKeys, installation.id, installation.sealed) }
    } catch (error) {
      log.error({ installation: installation.id, fault: faultName(error) }, 'cannot open a token; the app has to be installed there again, or its key restored')
      return undefined
    }
  }
  const clients = sharedClients(config)
  const responseUrls = createResponseUrlClient(apiUrl, config.measures)
  const tokens = createTokens(kept, open, now)
  const naming = nameCommand(config.command)
  const underWay = createUnderWay()
  const names = new Map<GroupId, string>()
  const installer = createInstaller({ kept, tokenKeys, tokens, ask: (token) => clients.web.auth.test({ token }), installed, now, log })
  const connection = installConnection({ ...config, installer, naming, log })
  let standing: Standing | undefined
  let door: Door | undefined
  let handler: Handler | undefined
  let stopping: Promise<void> | undefined
  const workspaces = createWorkspaces({ ...config, clients, responseUrls, tokens, naming, handler: () => handler, refused: (group) => standing?.refused(group), now })

  /** People hear that what was paused can go on. */
  function installed(groups: readonly GroupId[], found: readonly { readonly group: GroupId; readonly name: string | null }[]): void {
    for (const { group, name } of found) if (name !== null) names.set(group, name)
    standing?.installed(groups)
    // What an organization served before may be deleted by now.
    door?.forget()
    for (const group of groups) void underWay.track(Promise.resolve(handler?.joined(group)).catch((error: unknown) => log.error({ fault: faultName(error) }, 'could not tell anybody what is paused in the workspace')))
  }

  async function start(bot: Handler): Promise<void> {
    handler = bot
    for (const { group, name } of await kept.names()) names.set(group, name)
    standing = createStanding({ kept, tokens, handler: bot, ask: (token) => clients.web.auth.test({ token }), open, now, log }, await kept.left())
    const opened = createDoor({ kept, tokens, standing, open, workspaces, names, responseUrls, installUrl, log })
    await connectBolt(connection, config, null, (payload, ack) => underWay.track(opened.handle(payload, ack)))
    door = opened
    await connection.start()
    log.info({ mode: 'oauth', port: connection.port(), install: installUrl }, 'ready for Slack; workspaces can install the app')
  }

  async function stop(): Promise<void> {
    await connection.stop()
    await underWay.finished(drainWithin)
    await responseUrls.close()
  }

  /** @throws PostError if the bot can't speak there */
  async function speakIn(team: string | undefined): Promise<Opened> {
    if (team === undefined) throw new PostError('refused', 'This channel isn’t on Slack.')
    const group = groupId(team)
    const opened = await workspaces.of(group).catch((cause: unknown) => {
      throw new PostError('busy', 'The bot can’t look up its token for this workspace right now.', { retryAfter: 60_000, scope: 'group', cause })
    })
    if (opened === undefined) throw new PostError(standing?.away().includes(group) === true ? 'refused' : 'busy', away(installUrl), { retryAfter: 60_000, scope: 'group' })
    return opened
  }

  /** One from before the bot served many doesn't name its workspace: it's the one with a daily question in that channel. */
  async function ofMessage(message: string): Promise<Opened> {
    const ref = readMessageRef(message)
    if (ref === undefined || ref.team !== undefined) return speakIn(ref?.team)
    const home = await kept.homeAmong([...names.keys()].map((group) => `${group}/${ref.channel}`)).catch((cause: unknown) => {
      throw new PostError('busy', 'The bot can’t look up the workspace of this message right now.', { retryAfter: 60_000, scope: 'group', cause })
    })
    if (home === undefined) throw new PostError('busy', away(installUrl), { retryAfter: 60_000, scope: 'group' })
    return speakIn(teamIn(home))
  }

  const known = async (team: string | undefined) => speakIn(team).catch(() => undefined)

  const platform: Platform = {
    name: 'slack',
    editsQuietly: true,
    start,
    post: async (place, ...what) => (await speakIn(teamIn(place))).poster.post(place, ...what),
    announce: async (place, ...what) => (await speakIn(teamIn(place))).poster.announce(place, ...what),
    find: async (place, ...what) => (await speakIn(teamIn(place))).poster.find(place, ...what),
    shows: async (message) => (await ofMessage(message)).poster.shows(message),
    redraw: async (message, screen) => (await ofMessage(message)).poster.redraw(message, screen),
    reply: async (message, ...what) => (await ofMessage(message)).poster.reply(message, ...what),
    discuss: async (message, thread) => (await ofMessage(message)).poster.discuss(message, thread),
    tell: async (person, ...what) => (await known(teamIn(person)))?.poster.tell(person, ...what) ?? false,
    presence: async (people) => {
      const ofTeams = [...Map.groupBy(people, teamIn)]
      const found = await Promise.all(ofTeams.map(async ([team, those]) => [...((await (await known(team))?.workspace.presence(those)) ?? [])]))
      return new Map(found.flat())
    },
    havingRole: async (role, people) => (await known(teamIn(role)))?.workspace.havingRole(role, people) ?? { kind: 'cannot-tell', reason: away(installUrl) },
    groupName: (group) => names.get(group),
    owners: async (group) => (await known(teamOf(group)))?.workspace.owners(group) ?? [],
    messageIn: messageInPlace,
    exists: async (place) => (await known(teamIn(place)))?.workspace.exists(place),
    healthy: connection.healthy,
    // Slack's own word on whether it can be reached needs no workspace's token.
    unanswered: () => probe(() => clients.once.apiCall('api.test')),
    away: () => standing?.away() ?? [],
    tend: async () => standing?.tend(),
    forgotten: (group) => {
      tokens.forget(group)
      workspaces.forget(group)
      names.delete(group)
      door?.forget(group)
    },
    stop: () => (stopping ??= stop()),
  }
  return { ...platform, port: connection.port }
}
