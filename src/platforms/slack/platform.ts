// Slack as a platform: Bolt in Socket Mode, or over HTTP if a signing secret and a port are configured.
import type { Commands } from '../../commands/commands.ts'
import type { Log } from '../../core/log.ts'
import type { PlatformMeasures } from '../../core/measures.ts'
import type { Instant } from '../../core/time.ts'
import type { DrawPicture } from '../../screens/pictures/picture.ts'
import { createHttpPort, type HttpPort } from '../http-port.ts'
import { StartError, type Handler, type Platform } from '../platform.ts'
import { connectBolt } from './connection/bolt-app.ts'
import { boltLogger } from './connection/bolt-logger.ts'
import type { Connection } from './connection/connection.ts'
import { faultName } from './connection/fault.ts'
import type { HealthReport } from './connection/health-routes.ts'
import { httpConnection } from './connection/http-connection.ts'
import { identify, type Identity } from './connection/identity.ts'
import { probe } from './connection/probe.ts'
import { createResponseUrlClient } from './connection/response-url.ts'
import { socketConnection } from './connection/socket-connection.ts'
import { createTokenWatch } from './connection/token-watch.ts'
import { createUnderWay } from './connection/under-way.ts'
import { createWebClients } from './connection/web-clients.ts'
import { groupId, messageInPlace, teamOf, type UserId } from './ids.ts'
import { createImages, type ImageTiming } from './outgoing/images.ts'
import { nameCommand } from './outgoing/name-command.ts'
import { createPoster } from './outgoing/post.ts'
import { createWorkspace, type Workspace } from './workspace.ts'

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
  /** Another slash command than /study. */
  readonly command?: string
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
export const drainWithin = 5_000

/** Nothing is sent before {@link Platform.start}. @throws StartError if the config has neither an app token nor a secret and a port */
export function createSlackPlatform(config: SlackConfig): SlackPlatform {
  const { botToken, apiUrl, drawPicture, measures, log, now = Date.now } = config
  const naming = nameCommand(config.command)
  const clients = createWebClients(config)
  const images = createImages({ ...clients, drawPicture, timing: config.pictures, now, log })
  const responseUrls = createResponseUrlClient(apiUrl, measures)
  const connection = createConnection(config)
  const token = createTokenWatch(() => clients.web.auth.test(), log)
  const underWay = createUnderWay()
  let botUser: UserId | undefined
  let known: Pick<Identity, 'team' | 'name'> | undefined
  let workspace: Workspace | undefined
  let stopping: Promise<void> | undefined

  async function start(handler: Handler): Promise<void> {
    const identity = await identify(clients.web, log)
    if (stopping !== undefined) throw new StartError('The bot was stopped while it started.')
    const { team, bot, botId } = identity
    botUser = bot
    known = identity
    const opened = createWorkspace({
      ...clients, identity, handler, commands: config.commands, nameCommand: naming, responseUrls, token, readToken: async () => botToken, images, drawPicture, apiUrl, measures, log, now,
    })
    workspace = opened
    await connectBolt(connection, config, { botToken, botId, botUserId: bot, teamId: team }, (payload, ack) => underWay.track(opened.dispatch(payload, ack)))
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
    ...naming.poster(createPoster({ ...clients, botUser: () => botUser, token, images, log, drawPicture })),
    presence: async (asked) => (await workspace?.presence(asked)) ?? new Map(),
    havingRole: async (role, asked) => (await workspace?.havingRole(role, asked)) ?? { kind: 'cannot-tell', reason: 'The bot isn’t connected to Slack yet.' },
    groupName: (group) => (known !== undefined && group === groupId(known.team) ? known.name : undefined),
    owners: async (group) => (teamOf(group) === undefined ? [] : ((await workspace?.owners(group)) ?? [])),
    messageIn: messageInPlace,
    exists: async (place) => workspace?.exists(place),
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
