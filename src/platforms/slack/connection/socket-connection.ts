// Socket Mode: Bolt's receiver, with its reconnecting done here.
import { SocketModeReceiver, type Logger } from '@slack/bolt'
import { faultName, startError } from './post-errors.ts'
import type { Connection } from './http-connection.ts'
import type { Log } from '../../../core/log.ts'

/** https://docs.slack.dev/apis/events-api/using-socket-mode: the first frame is `hello`, long before this. */
const helloWithin = 20_000
const attemptsAtStart = 5
/** A connection that broke sooner than this after its start is not tried again at once. */
const shortLife = 10_000
const longestPause = 30_000
/** How long the other side may take to close. */
const closeWithin = 1_500

type Client = SocketModeReceiver['client']

type Link = {
  readonly client: Client
  readonly log: Log
  connected: boolean
  /** When it connected last. */
  since: number
  /** Attempts in a row that came to nothing or broke soon. */
  failures: number
  stopping: boolean
  retry: NodeJS.Timeout | undefined
}

/**
 * Slack ends every connection after some hours. The client's own reconnecting waits 5 s without a socket and ends in an unhandled
 * rejection where a token was revoked (socket-mode 3.1.0), so it is switched off.
 */
export function socketConnection(options: { appToken: string; apiUrl: string | undefined; log: Log; logger: Logger }): Connection {
  const { appToken, apiUrl, log, logger } = options
  // An object of its own: the client writes its retry policy and the app token into it.
  const clientOptions = { ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }), timeout: 10_000, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true }
  const receiver = new SocketModeReceiver({ appToken, logger, autoReconnectEnabled: false, installerOptions: { clientOptions } })
  const link: Link = { client: receiver.client, log, connected: false, since: 0, failures: 0, stopping: false, retry: undefined }
  guardMessages(link)
  watch(link)
  return {
    receiver,
    start: () => startLink(link),
    healthy: () => link.connected && (link.client.websocket?.isActive() ?? false),
    port: () => undefined,
    stop: async () => {
      link.stopping = true
      clearTimeout(link.retry)
      await disconnect(link.client)
    },
  }
}

function watch(link: Link): void {
  link.client.on('connected', () => {
    link.connected = true
    link.since = Date.now()
  })
  link.client.on('close', () => {
    const was = link.connected
    link.connected = false
    if (!was || link.stopping) return
    link.failures = Date.now() - link.since < shortLife ? link.failures + 1 : 0
    reconnect(link)
  })
}

function reconnect(link: Link): void {
  const pause = link.failures === 0 ? 0 : Math.min(longestPause, 250 * 2 ** link.failures)
  clearTimeout(link.retry)
  link.retry = setTimeout(() => {
    connect(link).catch((error: unknown) => {
      if (link.stopping) return
      link.failures += 1
      link.log.error({ fault: faultName(error), failures: link.failures }, 'no connection to Slack; trying again')
      reconnect(link)
    })
  }, pause)
}

/** One attempt; fails where Slack does not say hello in time. */
async function connect({ client }: Link): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('Slack did not say hello'))
      void client.disconnect()
    }, helloWithin)
  })
  await Promise.race([client.start().catch(asError), late]).finally(() => clearTimeout(timer))
}

/** The client says `disconnected` without a reason. */
function asError(error: unknown): never {
  throw error ?? new Error('the connection was closed before Slack said hello')
}

async function startLink(link: Link): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await connect(link)
      if (!link.stopping) return
      await disconnect(link.client)
      throw new Error('the bot is stopping')
    } catch (error) {
      const failure = startError(error, 'SLACK_APP_TOKEN')
      if (failure.code === 'start-refused' || attempt === attemptsAtStart || link.stopping) throw failure
      link.log.warn({ fault: faultName(error), attempt }, 'no connection to Slack yet')
      await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt))
    }
  }
}

/** A frame that the client cannot read rejects a promise that nobody holds, which would end the process (`app_rate_limited`). */
function guardMessages({ client, log }: Link): void {
  const readers = client.listeners('ws_message')
  client.removeAllListeners('ws_message')
  for (const read of readers) {
    client.on('ws_message', (...frame: unknown[]) => {
      Promise.resolve(Reflect.apply(read, client, frame)).catch((error: unknown) => {
        log.warn({ fault: faultName(error) }, 'Slack sent something over the socket that is not understood')
      })
    })
  }
}

/** The second call does not wait for the other side's close frame. */
async function disconnect(client: Client): Promise<void> {
  if (client.websocket === undefined) return
  const closed = client.disconnect()
  const timer = setTimeout(() => void client.disconnect(), closeWithin)
  await closed
  clearTimeout(timer)
}
