// Slack as a platform: Bolt in Socket Mode, or over HTTP if a signing secret and a port are configured.
import type { Commands } from '../../commands/commands.ts'
import type { Log } from '../../core/log.ts'
import type { PlatformMeasures } from '../../core/measures.ts'
import type { Instant } from '../../core/time.ts'
import type { DrawPicture } from '../../screens/pictures/picture.ts'
import { createDirectScreens } from '../direct-screens.ts'
import { createHttpPort, type HttpPort } from '../http-port.ts'
import { StartError, type Handler, type Platform, type Presence } from '../platform.ts'
import { connectBolt } from './connection/bolt-app.ts'
import { boltLogger } from './connection/bolt-logger.ts'
import { channelState } from './connection/channel-state.ts'
import type { Connection } from './connection/connection.ts'
import { faultName } from './connection/fault.ts'
import { groupMembers } from './connection/group-members.ts'
import type { HealthReport } from './connection/health-routes.ts'
import { httpConnection } from './connection/http-connection.ts'
import { identify, type Identity } from './connection/identity.ts'
import { createOwners } from './connection/owners.ts'
import { presenceOf } from './connection/presence.ts'
import { probe } from './connection/probe.ts'
import { createResponseUrlClient } from './connection/response-url.ts'
import { socketConnection } from './connection/socket-connection.ts'
import { createTokenWatch } from './connection/token-watch.ts'
import { createUnderWay } from './connection/under-way.ts'
import { createWebClients } from './connection/web-clients.ts'
import { createDispatch } from './dispatch.ts'
import { channelOf, groupId, messageInPlace, personId, teamOf, type UserId } from './ids.ts'
import { createPeople, type People } from './incoming/people.ts'
import { createFileReader } from './incoming/sent-files.ts'
import { createFileSender } from './outgoing/files.ts'
import { createImages, type ImageTiming } from './outgoing/images.ts'
import { createPictureSender } from './outgoing/pictures.ts'
import { createPoster } from './outgoing/post.ts'
import { createReplier } from './outgoing/reply.ts'

export type SlackConfig = {
  readonly botToken: string
  /** Opens the Socket Mode connection. */
  readonly appToken?: string
  /** With `port`: requests come over HTTP. */
  readonly signingSecret?: string
  readonly port?: number
  /** The same port, where another platform uses it too. */
  readonly httpPort?: HttpPort | undefined
  /** Another address of the Web API. */
  readonly apiUrl?: string
  readonly commands: Commands
  readonly log: Log
  /** Absent: no pictures. */
  readonly drawPicture?: DrawPicture
  /** Over HTTP: answers GET /healthz and /readyz on the same port. */
  readonly health?: HealthReport
  readonly measures?: PlatformMeasures
  /** Of the pictures of questions, for tests. */
  readonly pictures?: ImageTiming
  readonly now?: () => Instant
}

export type SlackPlatform = Platform & {
  /** Over HTTP: the port that Slack's requests arrive at. */
  port(): number | undefined
}

/** In milliseconds. A response_url is good for 30 minutes, but a supervisor kills the process after 10 s. */
const drainWithin = 5_000

/** Slack need not be asked. */
const itself: Presence = { gone: false, name: null, bot: true }

/** Nothing is sent before {@link Platform.start}. @throws StartError if the config has neither an app token nor a secret and a port */
export function createSlackPlatform(config: SlackConfig): SlackPlatform {
  const { commands, log, now = Date.now } = config
  const clients = createWebClients(config)
  const images = createImages({ ...clients, drawPicture: config.drawPicture, timing: config.pictures, now, log })
  const responseUrls = createResponseUrlClient(config.apiUrl, config.measures)
  const connection = createConnection(config)
  const token = createTokenWatch(() => clients.web.auth.test(), log)
  const underWay = createUnderWay()
  const owners = createOwners(clients.web, now, log)
  let people: People | undefined
  let botUser: UserId | undefined
  let workspace: Pick<Identity, 'team' | 'name'> | undefined
  let stopping: Promise<void> | undefined

  async function start(handler: Handler): Promise<void> {
    const identity = await identify(clients.web, log)
    if (stopping !== undefined) throw new StartError('The bot was stopped while it started.')
    const { team, bot } = identity
    const known = createPeople(clients.web, team, log, now)
    people = known
    botUser = bot
    workspace = identity
    const direct = createDirectScreens()
    const tools = { ...clients, responseUrls, workspace: identity.workspace, direct, images, now, log }
    const [sendPictures, sendFiles] = [createPictureSender({ ...clients, drawPicture: config.drawPicture, now, log }), createFileSender(tools)]
    const replier = createReplier(tools, async (screen, user) => {
      await sendPictures(screen, user)
      await sendFiles(screen, user)
    })
    const dispatch = createDispatch({ handler, commands, people: known, replier, readFiles: createFileReader(config), direct, team, bot, tokenWorks: token.works, stateOf: (channel) => channelState(clients.web, channel), measures: config.measures, now, log })
    await connectBolt(connection, config, identity, (payload, ack) => underWay.track(dispatch(payload, ack)))
    await connection.start()
    log.info({ team, mode: connection.port() === undefined ? 'socket' : 'http' }, 'connected to Slack')
    // Slack has no event for an app that is added again. That takes a new token, and so a start; wait until this one is over.
    const told = new Promise(setImmediate).then(() => handler.joined(groupId(team)))
    void underWay.track(told.catch((error: unknown) => log.error({ fault: faultName(error) }, 'could not tell anybody what is paused in the workspace')))
  }

  async function stop(): Promise<void> {
    await connection.stop()
    await underWay.finished(drainWithin)
    await responseUrls.close()
  }

  return {
    name: 'slack',
    editsQuietly: true,
    start,
    ...createPoster({ ...clients, botUser: () => botUser, token, images, log, drawPicture: config.drawPicture }),
    presence: (asked) => presenceOf(async (user) => (user === botUser ? itself : people?.presence(user)), asked),
    havingRole: (role, asked) => groupMembers(clients.web, role, asked, log),
    groupName: (group) => (workspace !== undefined && group === groupId(workspace.team) ? workspace.name : undefined),
    owners: async (group) => {
      const team = teamOf(group)
      return team === undefined ? [] : (await owners(team)).map((user) => personId(team, user))
    },
    messageIn: messageInPlace,
    exists: async (place) => {
      const channel = channelOf(place)
      const state = channel === undefined ? undefined : await channelState(clients.web, channel)
      return state === undefined ? undefined : state !== 'hidden'
    },
    healthy: connection.healthy,
    refused: token.refused,
    unanswered: () => probe(() => token.watch(clients.once.auth.test())),
    shared: connection.shared,
    port: connection.port,
    stop: () => (stopping ??= stop()),
  }
}

function createConnection(config: SlackConfig): Connection {
  const { signingSecret, port, httpPort, appToken, apiUrl, health, log, measures } = config
  const logger = boltLogger(log)
  if (signingSecret !== undefined && port !== undefined) return httpConnection({ signingSecret, port: httpPort ?? createHttpPort(port), health, logger })
  if (appToken !== undefined) return socketConnection({ appToken, apiUrl, log, logger, measures })
  throw new StartError('Slack needs SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET and PORT for HTTP.')
}
