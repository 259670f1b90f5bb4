// Requests over HTTP: Bolt's receiver behind our own check of the signature.
import type { Server } from 'node:http'
import { HTTPReceiver, type Logger } from '@slack/bolt'
import { StartError } from '../../platform.ts'
import type { Connection } from './connection.ts'
import { healthRoutes, type HealthReport } from './health-routes.ts'
import { verified } from './signed-body.ts'

/**
 * Slack gives up on a request after 3 s, so a slower one is not Slack's. Node's own defaults are five minutes for a request, checked
 * every 30 s.
 */
const serverTimeouts = { headersTimeout: 5_000, requestTimeout: 5_000, connectionsCheckingInterval: 1_000 }

/** Slack has given up on its request by then. */
const closeWithin = 3_000

/** Slack's requests arrive at /slack/events. */
export function httpConnection(options: { signingSecret: string; port: number; health: HealthReport | undefined; logger: Logger }): Connection {
  const { signingSecret, port, health, logger } = options
  let server: Server | undefined
  const customRoutes = health === undefined ? [] : healthRoutes(health)
  const receiver = new HTTPReceiver({ signingSecret, port, logger, signatureVerification: false, customRoutes })
  receiver.requestListener = verified(signingSecret, receiver.requestListener, (behind) => logger.warn(clockWarning(behind)))
  return {
    receiver,
    start: async () => {
      try {
        server = await receiver.start(port, serverTimeouts)
      } catch (cause) {
        throw new StartError(`The bot can’t open port ${port} (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}). Set PORT to a free one.`, { cause })
      }
    },
    healthy: () => server?.listening ?? false,
    shared: () => false,
    port: () => {
      const address = server?.address()
      return typeof address === 'object' && address !== null ? address.port : undefined
    },
    stop: async () => {
      if (server !== undefined) await close(receiver, server)
    },
  }
}

async function close(receiver: HTTPReceiver, server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), closeWithin)
  const closed = receiver.stop()
  server.closeIdleConnections()
  await closed
  clearTimeout(timer)
}

function clockWarning(behind: number): string {
  const off = `${Math.abs(behind)} s ${behind > 0 ? 'behind' : 'ahead of'}`
  return `refused a signed request from Slack because its time is ${off} this machine's. If people get no answers, set the machine's clock`
}
