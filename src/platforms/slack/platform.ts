// Slack as a platform: real Bolt, in Socket Mode by default, over HTTP where a signing secret and a port are given.
import { App, webApi } from '@slack/bolt'
import { StartError, type Handler, type Platform } from '../platform.ts'
import type { Commands } from '../../commands/commands.ts'
import type { Log } from '../../core/log.ts'
import type { Instant } from '../../core/time.ts'
import { createDispatch } from './dispatch.ts'
import { faultName, readFault, startError } from './connection/post-errors.ts'
import { httpConnection, type Connection, type HealthReport } from './connection/http-connection.ts'
import { groupId } from './ids.ts'
import { boltLogger } from './connection/bolt-logger.ts'
import { createPeople, type People } from './incoming/people.ts'
import { createPoster, presenceOf } from './outgoing/post.ts'
import type { Acknowledge } from './connection/handle-once.ts'
import { createReplier } from './outgoing/reply.ts'
import { createResponder } from './connection/response-url.ts'
import { scopes } from './manifest.ts'
import { socketConnection } from './connection/socket-connection.ts'
import { createTokenWatch } from './connection/token-watch.ts'

export type SlackConfig = {
  readonly botToken: string
  /** Opens the Socket Mode connection. */
  readonly appToken?: string
  /** With `port`: requests come over HTTP. */
  readonly signingSecret?: string
  readonly port?: number
  /** Another address of the Web API. */
  readonly apiUrl?: string
  readonly commands: Commands
  readonly log: Log
  /** Answers GET /healthz and /readyz beside Slack's requests, over HTTP. */
  readonly health?: HealthReport
  readonly now?: () => Instant
}

export type SlackPlatform = Platform & {
  /** The port that Slack's requests arrive at, over HTTP. */
  port(): number | undefined
}

type Identity = { readonly team: string; readonly bot: string; readonly botId: string }

/** Slack forgets a reply after 30 minutes, a supervisor kills after 10 s. */
const drainWithin = 5_000

export function createSlackPlatform(config: SlackConfig): SlackPlatform {
  const { log, now = Date.now } = config
  const clients = createClients(config)
  const responder = createResponder()
  const connection = createConnection(config)
  const token = createTokenWatch(() => clients.web.auth.test(), log)
  const inHand = new Set<Promise<void>>()
  let people: People | undefined
  let self: string | undefined
  let stopping: Promise<void> | undefined

  async function start(handler: Handler): Promise<void> {
    const { team, bot, botId } = await identify(clients.web, log)
    if (stopping !== undefined) throw new StartError('The bot was stopped while it started.')
    const known = createPeople(clients.web, team, log, now)
    people = known
    self = bot
    const replier = createReplier({ ...clients, responder, log })
    const dispatch = createDispatch({ handler, commands: config.commands, people: known, replier, team, bot, tokenWorks: token.works, now, log })
    await connectBolt(connection, config, { team, bot, botId }, (payload, ack) => keep(dispatch(payload, ack)))
    await connection.start()
    log.info({ team, mode: connection.port() === undefined ? 'socket' : 'http' }, 'connected to Slack')
    // Slack has no event for an app that is added again, which always needs a new token and so a start; this one has to be over first.
    const told = new Promise(setImmediate).then(() => handler.joined(groupId(team)))
    void keep(told.catch((error: unknown) => log.error({ fault: faultName(error) }, 'nobody was told what is paused in the workspace')))
  }

  function keep(work: Promise<void>): Promise<void> {
    inHand.add(work)
    return work.finally(() => inHand.delete(work))
  }

  async function stop(): Promise<void> {
    await connection.stop()
    await drained(inHand)
    await responder.close()
  }

  return {
    name: 'slack',
    editsQuietly: true,
    start,
    ...createPoster({ ...clients, self: () => self, token, now, log }),
    presence: (asked) => presenceOf(async (user) => people?.presence(user), asked),
    healthy: connection.healthy,
    refused: token.refused,
    port: connection.port,
    stop: () => (stopping ??= stop()),
  }
}

/** Waits for the replies that are on their way, and not for ever. */
async function drained(inHand: ReadonlySet<Promise<void>>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, drainWithin)
  })
  await Promise.race([Promise.all(inHand), enough])
  clearTimeout(timer)
}

function createConnection(config: SlackConfig): Connection {
  const { signingSecret, port, appToken, apiUrl, health, log } = config
  const logger = boltLogger(log)
  if (signingSecret !== undefined && port !== undefined) return httpConnection({ signingSecret, port, health, logger })
  if (appToken !== undefined) return socketConnection({ appToken, apiUrl, log, logger })
  throw new StartError('Slack needs SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET and PORT for HTTP.')
}

/**
 * Never with `headers`: a client writes its token into that object, and every client that shares it then speaks for the first
 * workspace. Always with `retryConfig`: the default tries for half an hour.
 */
function clientOptions(config: SlackConfig, retries: number): webApi.WebClientOptions {
  return {
    ...(config.apiUrl === undefined ? {} : { slackApiUrl: config.apiUrl }),
    timeout: 10_000,
    retryConfig: { retries, minTimeout: 250, maxTimeout: 2_000 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(config.log),
  }
}

function createClients(config: SlackConfig): { readonly once: webApi.WebClient; readonly web: webApi.WebClient } {
  return {
    once: new webApi.WebClient(config.botToken, clientOptions(config, 0)),
    web: new webApi.WebClient(config.botToken, clientOptions(config, 2)),
  }
}

/** Which workspace and which bot the token is for. @throws StartError */
async function identify(web: webApi.WebClient, log: Log): Promise<Identity> {
  try {
    const told = await web.auth.test()
    const granted = told.response_metadata?.scopes
    const missing = granted === undefined ? [] : Object.keys(scopes).filter((scope) => !granted.includes(scope))
    if (missing.length > 0) log.warn({ missing }, 'the Slack app lacks permissions; update it from the manifest and install it again')
    return { team: told.team_id ?? '', bot: told.user_id ?? '', botId: told.bot_id ?? '' }
  } catch (error) {
    log.debug({ fault: faultName(error), kind: readFault(error).kind }, 'auth.test failed')
    throw startError(error, 'SLACK_BOT_TOKEN')
  }
}

/**
 * All deliveries go through the one middleware into our table, and no further: a kind that Bolt has no listener for is
 * acknowledged as well, and no two listeners can answer the same press.
 */
async function connectBolt(connection: Connection, config: SlackConfig, who: Identity, handle: (payload: unknown, ack: Acknowledge) => Promise<void>): Promise<void> {
  const app = new App({
    receiver: connection.receiver,
    // A new object each time: Bolt writes into it.
    authorize: async () => ({ botToken: config.botToken, botId: who.botId, botUserId: who.bot, teamId: who.team }),
    clientOptions: clientOptions(config, 2),
    logger: boltLogger(config.log),
    deferInitialization: true,
    convoStore: false,
    ignoreSelf: false,
  })
  app.use(async (args) => {
    // Bolt has acknowledged events itself by now.
    const ack: Acknowledge = 'ack' in args ? (response) => (args.ack as Acknowledge)(response) : () => Promise.resolve()
    await handle(args.body, ack)
  })
  await app.init()
}
