// How Slack's requests reach the bot: over a socket or over HTTP.
import type { HTTPReceiver, SocketModeReceiver } from '@slack/bolt'

export type Connection = {
  readonly receiver: SocketModeReceiver | HTTPReceiver
  /** Fulfilled when requests can arrive. @throws StartError */
  start(): Promise<void>
  /** Whether requests can arrive right now. */
  healthy(): boolean
  /** Whether Slack says that another process is connected with the same app token. Over HTTP nothing tells. */
  shared(): boolean
  /** The port that it listens on; undefined for a socket, and before the start. */
  port(): number | undefined
  stop(): Promise<void>
}
