// The three things done to Slack's socket client: connect once, disconnect, survive frames that it cannot read.
import type { SocketModeReceiver } from '@slack/bolt'
import type { Log } from '../../../core/log.ts'
import { faultName } from './fault.ts'
import { withTimeLimit } from './time-limit.ts'

export type SocketClient = SocketModeReceiver['client']

/** https://docs.slack.dev/apis/events-api/using-socket-mode: the first frame is `hello`, long before this. */
const helloWithin = 20_000

/** How long Slack may take to close. */
const closeWithin = 1_500

/** Makes one attempt; fails if Slack does not say hello in time. */
export async function connect(client: SocketClient): Promise<void> {
  const started = client.start().catch((error: unknown) => {
    // The client rejects with nothing when it is disconnected.
    throw error ?? new Error('the connection was closed before Slack said hello')
  })
  await withTimeLimit(started, helloWithin, () => {
    void client.disconnect()
    return new Error('Slack did not say hello')
  })
}

/** Waits for Slack's close frame, but not for long: a second call to the client does not wait for it. */
export async function disconnect(client: SocketClient): Promise<void> {
  if (client.websocket === undefined) return
  const closed = client.disconnect()
  const timer = setTimeout(() => void client.disconnect(), closeWithin)
  await closed
  clearTimeout(timer)
}

/** Logs a frame that the client cannot read (`app_rate_limited`). Otherwise its unhandled rejection would end the process. */
export function guardFrames(client: SocketClient, log: Log): void {
  const readers = client.listeners('ws_message')
  client.removeAllListeners('ws_message')
  for (const read of readers) {
    client.on('ws_message', (...frame: unknown[]) => {
      Promise.resolve(Reflect.apply(read, client, frame)).catch((error: unknown) => {
        log.warn({ fault: faultName(error) }, 'Slack sent something over the socket that the bot cannot read')
      })
    })
  }
}
