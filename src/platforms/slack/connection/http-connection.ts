// Requests over HTTP: Bolt's receiver behind our own check of the signature.
import { HTTPReceiver, type Logger } from '@slack/bolt'
import type { HttpPort, Route } from '../../http-port.ts'
import type { Connection } from './connection.ts'
import { healthRoutes, type HealthReport } from './health-routes.ts'
import { verified } from './signed-body.ts'

/** Slack has given up on its request by then. */
const closeWithin = 3_000

type ReceiverOptions = ConstructorParameters<typeof HTTPReceiver>[0]

type HttpOptions = {
  readonly signingSecret: string
  readonly port: HttpPort
  readonly health: HealthReport | undefined
  readonly logger: Logger
  /** For an app that people install: how that goes, and the pages about it. */
  readonly installing?: Pick<ReceiverOptions, 'clientId' | 'clientSecret' | 'stateSecret' | 'redirectUri' | 'installationStore' | 'scopes' | 'installerOptions' | 'customRoutes'>
}

/** Slack's requests arrive at /slack/events. All paths of the port are its own that no other platform has. */
export function httpConnection({ signingSecret, port, health, logger, installing = {} }: HttpOptions): Connection {
  const customRoutes = [...(health === undefined ? [] : healthRoutes(health)), ...(installing.customRoutes ?? [])]
  const receiver = new HTTPReceiver({ signingSecret, logger, signatureVerification: false, ...installing, customRoutes })
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
