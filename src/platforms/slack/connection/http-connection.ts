// Requests over HTTP: Bolt's receiver behind our own check of the signature.
import { HTTPReceiver, type Logger } from '@slack/bolt'
import type { HttpPort, Route } from '../../http-port.ts'
import type { Connection } from './connection.ts'
import { healthRoutes, type HealthReport } from './health-routes.ts'
import { verified } from './signed-body.ts'

/** Slack has given up on its request by then. */
const closeWithin = 3_000

/** Slack's requests arrive at /slack/events. All paths of the port are its own that no other platform has. */
export function httpConnection(options: { signingSecret: string; port: HttpPort; health: HealthReport | undefined; logger: Logger }): Connection {
  const { signingSecret, port, health, logger } = options
  const customRoutes = health === undefined ? [] : healthRoutes(health)
  const receiver = new HTTPReceiver({ signingSecret, logger, signatureVerification: false, customRoutes })
  receiver.requestListener = verified(signingSecret, receiver.requestListener, (behind) => logger.warn(clockWarning(behind)))
  const route: Route = { prefixes: ['/'], listener: (request, response) => receiver.requestListener(request, response) }
  return {
    receiver,
    start: () => port.open(route),
    healthy: () => port.isOpen(),
    shared: () => false,
    port: () => port.number(),
    stop: () => port.close(route, closeWithin),
  }
}

function clockWarning(behind: number): string {
  const off = `${Math.abs(behind)} s ${behind > 0 ? 'behind' : 'ahead of'}`
  return `refused a signed request from Slack because its time is ${off} this machine's. If people get no answers, set the machine's clock`
}
