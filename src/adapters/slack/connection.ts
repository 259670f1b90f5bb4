// How requests come in: Socket Mode or HTTP, each a real Bolt receiver. Says truthfully whether they can come in right now.
import type { Server } from 'node:http'
import { HTTPReceiver, SocketModeReceiver, type App, type Logger } from '@slack/bolt'
import { StartError } from '../../bot/platform.ts'
import { faultName, readFault, startError } from './errors.ts'
import type { Log } from './log.ts'

export type Connection = {
  readonly receiver: SocketModeReceiver | HTTPReceiver
  /** Fulfilled when requests can arrive. @throws StartError */
  start(app: App): Promise<void>
  healthy(): boolean
  /** The port that is listened on, over HTTP. */
  port(): number | undefined
  stop(): Promise<void>
}

export type HealthReport = (path: string) => Promise<{ readonly status: number; readonly body: object }>

const healthPaths = ['/healthz', '/readyz']

/** Slack's requests arrive at /slack/events; the two health questions are answered on the same port. */
export function httpConnection(options: { signingSecret: string; port: number; health: HealthReport | undefined; logger: Logger }): Connection {
  const { signingSecret, port, health, logger } = options
  let server: Server | undefined
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    logger,
    bodyLimit: '1mb',
    customRoutes: (health === undefined ? [] : healthPaths).map((path) => ({
      path,
      method: ['GET'],
      handler: (_request, response) => {
        void health?.(path).then(({ status, body }) => {
          response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
          response.end(`${JSON.stringify(body)}\n`)
        })
      },
    })),
  })
  const listening = () => {
    const address = server?.address()
    return typeof address === 'object' && address !== null ? address.port : undefined
  }
  return {
    receiver,
    start: async () => {
      try {
        server = await receiver.start(port)
      } catch (cause) {
        throw new StartError(`Port ${port} cannot be listened on (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}). Set PORT to a free one.`, { cause })
      }
    },
    healthy: () => server?.listening ?? false,
    port: listening,
    stop: async () => {
      if (server === undefined) return
      const closed = receiver.stop()
      server.closeIdleConnections()
      await closed
    },
  }
}

/** https://docs.slack.dev/apis/events-api/using-socket-mode: the first frame is `hello`, long before this. */
const helloWithin = 20_000
const attemptsAtStart = 5
/** A connection that broke sooner than this after its start is not tried again at once. */
const shortLife = 10_000
const longestPause = 30_000

/**
 * Slack ends every connection after some hours. The client's own reconnecting waits 5 s without a socket and ends in an unhandled
 * rejection where a token was revoked (socket-mode 3.1.0), so it is switched off and done here.
 */
export function socketConnection(options: { appToken: string; apiUrl: string | undefined; log: Log; logger: Logger }): Connection {
  const { appToken, apiUrl, log, logger } = options
  // An object of its own: the client writes its retry policy and the app token into it.
  const clientOptions = { ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }), timeout: 10_000, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true }
  const receiver = new SocketModeReceiver({ appToken, logger, autoReconnectEnabled: false, installerOptions: { clientOptions } })
  const { client } = receiver
  const state = { stopping: false, connected: false, since: 0, failures: 0 }
  let retry: NodeJS.Timeout | undefined

  guardMessages(receiver, log)
  client.on('connected', () => {
    state.connected = true
    state.since = Date.now()
  })
  client.on('close', () => {
    const was = state.connected
    state.connected = false
    if (!was || state.stopping) return
    state.failures = Date.now() - state.since < shortLife ? state.failures + 1 : 0
    reconnect()
  })

  function reconnect(): void {
    const pause = state.failures === 0 ? 0 : Math.min(longestPause, 250 * 2 ** state.failures)
    clearTimeout(retry)
    retry = setTimeout(() => {
      connect().catch((error: unknown) => {
        if (state.stopping) return
        state.failures += 1
        log.error({ fault: faultName(error), failures: state.failures }, 'no connection to Slack; trying again')
        reconnect()
      })
    }, pause)
  }

  /** One attempt; fails where Slack does not say hello in time. */
  async function connect(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        void client.disconnect()
        reject(new Error('Slack did not say hello'))
      }, helloWithin)
    })
    await Promise.race([client.start().catch(asError), late]).finally(() => clearTimeout(timer))
  }

  return {
    receiver,
    start: async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await connect()
        } catch (error) {
          if (readFault(error).kind === 'platform' || attempt === attemptsAtStart) throw startError(error, 'SLACK_APP_TOKEN')
          log.warn({ fault: faultName(error), attempt }, 'no connection to Slack yet')
          await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt))
        }
      }
    },
    healthy: () => state.connected && (client.websocket?.isActive() ?? false),
    port: () => undefined,
    stop: async () => {
      state.stopping = true
      clearTimeout(retry)
      await disconnected(receiver)
    },
  }
}

/** `disconnected` is emitted without a reason. */
function asError(error: unknown): never {
  throw error ?? new Error('the connection was closed before Slack said hello')
}

/** A frame that the client cannot read rejects a promise that nobody holds, which would end the process (`app_rate_limited`). */
function guardMessages({ client }: SocketModeReceiver, log: Log): void {
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

const closeWithin = 1_500

/** The second call does not wait for the other side's close frame. */
async function disconnected({ client }: SocketModeReceiver): Promise<void> {
  if (client.websocket === undefined) return
  const closed = client.disconnect()
  const timer = setTimeout(() => void client.disconnect(), closeWithin)
  await closed
  clearTimeout(timer)
}
