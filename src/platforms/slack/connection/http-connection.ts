// Requests over HTTP: Bolt's receiver, with the two health questions on the same port.
import type { Server } from 'node:http'
import { HTTPReceiver, type Logger, type SocketModeReceiver } from '@slack/bolt'
import { StartError } from '../../platform.ts'
import { patience, verified } from './signed-body.ts'

/** How requests come in. */
export type Connection = {
  readonly receiver: SocketModeReceiver | HTTPReceiver
  /** Fulfilled when requests can arrive. @throws StartError */
  start(): Promise<void>
  /** Whether they can come in right now. */
  healthy(): boolean
  /** The port that is listened on, over HTTP. */
  port(): number | undefined
  stop(): Promise<void>
}

export type HealthReport = (path: string) => Promise<{ readonly status: number; readonly body: object }>

/** Slack has given up on its request by then. */
const closeWithin = 3_000

const healthPaths = ['/healthz', '/readyz']

/** Slack's requests arrive at /slack/events. */
export function httpConnection(options: { signingSecret: string; port: number; health: HealthReport | undefined; logger: Logger }): Connection {
  const { signingSecret, port, health, logger } = options
  let server: Server | undefined
  const receiver = new HTTPReceiver({ signingSecret, port, logger, signatureVerification: false, customRoutes: health === undefined ? [] : healthRoutes(health) })
  receiver.requestListener = verified(signingSecret, receiver.requestListener, (behind) => logger.warn(offTime(behind)))
  return {
    receiver,
    start: async () => {
      try {
        server = await receiver.start(port, patience)
      } catch (cause) {
        throw new StartError(`Port ${port} cannot be listened on (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}). Set PORT to a free one.`, { cause })
      }
    },
    healthy: () => server?.listening ?? false,
    port: () => {
      const address = server?.address()
      return typeof address === 'object' && address !== null ? address.port : undefined
    },
    stop: async () => {
      const open = server
      if (open === undefined) return
      const timer = setTimeout(() => open.closeAllConnections(), closeWithin)
      const closed = receiver.stop()
      open.closeIdleConnections()
      await closed
      clearTimeout(timer)
    },
  }
}

const offTime = (behind: number) =>
  `A request that Slack has signed was refused, for its time is ${Math.abs(behind)} s ${behind > 0 ? 'behind' : 'ahead of'} this machine's. If people get no answers, set the machine's clock`

function healthRoutes(health: HealthReport): NonNullable<ConstructorParameters<typeof HTTPReceiver>[0]['customRoutes']> {
  return healthPaths.map((path) => ({
    path,
    method: 'GET',
    handler: (_request, response) => {
      void health(path).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        response.end(`${JSON.stringify(body)}\n`)
      })
    },
  }))
}
