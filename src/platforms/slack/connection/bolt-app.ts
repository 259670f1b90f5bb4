// The Bolt app: takes every delivery from the connection and passes it on.
import { App } from '@slack/bolt'
import type { Acknowledge } from './acknowledge.ts'
import { boltLogger } from './bolt-logger.ts'
import type { Connection } from './connection.ts'
import { clientOptions, usualRetries, type WebApiConfig } from './web-clients.ts'

/**
 * Handles one delivery; fulfilled when all its replies have been sent. Never fails.
 *
 * @param arrived by `performance.now()`; absent: right now
 */
export type HandleDelivery = (payload: unknown, ack: Acknowledge, arrived?: number) => Promise<void>

/** Whose token deliveries come with. */
type SpeaksAs = { readonly botToken: string; readonly botId: string; readonly botUserId: string; readonly teamId: string }

/**
 * Sends all deliveries through one middleware to `handle` and no further. That acknowledges even a kind that Bolt has no listener
 * for, and no two listeners can answer the same press.
 *
 * @param speaksAs null where the connection's own installer says that
 */
export async function connectBolt(connection: Connection, config: WebApiConfig, speaksAs: SpeaksAs | null, handle: HandleDelivery): Promise<void> {
  const app = new App({
    receiver: connection.receiver,
    // A new object each time: Bolt writes into it.
    ...(speaksAs === null ? {} : { authorize: async () => ({ ...speaksAs }) }),
    clientOptions: clientOptions(config, usualRetries),
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
