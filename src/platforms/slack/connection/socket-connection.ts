// Socket Mode: Bolt's receiver, reconnected here.
import { SocketModeReceiver, type Logger } from '@slack/bolt'
import type { Log } from '../../../core/log.ts'
import type { PlatformMeasures } from '../../../core/measures.ts'
import type { Connection } from './connection.ts'
import { faultName } from './fault.ts'
import { measuredFetch } from './measured-fetch.ts'
import { watchOtherConnections } from './other-connections.ts'
import { connect, disconnect, guardFrames, type SocketClient } from './socket-client.ts'
import { startError } from './start-error.ts'

const attemptsAtStart = 5
/** After a connection that lasted less than this, there is a pause before the next attempt. */
const shortLife = 10_000
const longestPause = 30_000

type Link = {
  readonly client: SocketClient
  readonly log: Log
  connected: boolean
  /** When it last connected. */
  since: number
  /** Attempts in a row that failed or broke soon. */
  failures: number
  stopping: boolean
  retry: NodeJS.Timeout | undefined
}

/**
 * Slack ends every connection after a few hours. The client's own reconnecting waits 5 s without a socket, and ends in an unhandled
 * rejection if a token was revoked (socket-mode 3.1.0), so it is switched off.
 */
export function socketConnection(options: { appToken: string; apiUrl: string | undefined; log: Log; logger: Logger; measures: PlatformMeasures | undefined }): Connection {
  const { appToken, apiUrl, log, logger, measures } = options
  const clientOptions = {
    // A new object: the client writes its retry policy and the app token into it.
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    ...measuredFetch(measures),
    timeout: 10_000,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  }
  const receiver = new SocketModeReceiver({ appToken, logger, autoReconnectEnabled: false, installerOptions: { clientOptions } })
  const link: Link = { client: receiver.client, log, connected: false, since: 0, failures: 0, stopping: false, retry: undefined }
  guardFrames(link.client, log)
  watch(link)
  const others = watchOtherConnections(link.client, () => void disconnect(link.client).catch(() => undefined))
  return {
    receiver,
    start: () => startLink(link),
    healthy: () => link.connected && (link.client.websocket?.isActive() ?? false),
    shared: others.seen,
    port: () => undefined,
    stop: async () => {
      link.stopping = true
      others.stop()
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
    const wasConnected = link.connected
    link.connected = false
    if (!wasConnected || link.stopping) return
    link.failures = Date.now() - link.since < shortLife ? link.failures + 1 : 0
    reconnect(link)
  })
}

function reconnect(link: Link): void {
  const pause = link.failures === 0 ? 0 : Math.min(longestPause, 250 * 2 ** link.failures)
  clearTimeout(link.retry)
  link.retry = setTimeout(() => {
    connect(link.client).catch((error: unknown) => {
      if (link.stopping) return
      link.failures += 1
      link.log.error({ fault: faultName(error), failures: link.failures }, 'no connection to Slack; trying again')
      reconnect(link)
    })
  }, pause)
}

/** Retries a few times, so that a short outage of Slack does not end the process. @throws StartError */
async function startLink(link: Link): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await connect(link.client)
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
