// The Bolt app: takes every delivery from the connection and passes it on.
import { App } from '@slack/bolt'
import type { Acknowledge } from './acknowledge.ts'
import { boltLogger } from './bolt-logger.ts'
import type { Connection } from './connection.ts'
import type { Identity } from './identity.ts'
import { clientOptions, usualRetries, type WebApiConfig } from './web-clients.ts'

/** Handles one delivery; fulfilled when all its replies have been sent. Never fails. */
export type HandleDelivery = (payload: unknown, ack: Acknowledge) => Promise<void>

/**
 * Sends all deliveries through one middleware to `handle` and no further. That acknowledges even a kind that Bolt has no listener
 * for, and no two listeners can answer the same press.
 */
export async function connectBolt(connection: Connection, config: WebApiConfig, identity: Identity, handle: HandleDelivery): Promise<void> {
  const { team, bot, botId } = identity
  const app = new App({
    receiver: connection.receiver,
    // A new object each time: Bolt writes into it.
    authorize: async () => ({ botToken: config.botToken, botId, botUserId: bot, teamId: team }),
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
