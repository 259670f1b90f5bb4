// Notices that another process uses the same app token: Slack's first frame says how many connections there are.
import type { SocketClient } from './socket-client.ts'

export type OtherConnections = {
  /** As Slack said when this process connected. */
  readonly seen: () => boolean
  readonly stop: () => void
}

/** In milliseconds. By then, broken connections no longer count, and a process that was being replaced has ended. */
const askAgainAfter = 15 * 60_000

/**
 * `num_connections` of https://docs.slack.dev/apis/events-api/using-socket-mode#connect
 *
 * @param reconnect Slack tells the number only to a new connection
 */
export function watchOtherConnections(client: SocketClient, reconnect: () => void): OtherConnections {
  let others = false
  let timer: NodeJS.Timeout | undefined
  client.on('ws_message', (frame: unknown) => {
    const connections = connectionsIn(frame)
    if (connections === undefined) return
    others = connections > 1
    clearTimeout(timer)
    if (others) timer = setTimeout(reconnect, askAgainAfter).unref()
  })
  return { seen: () => others, stop: () => clearTimeout(timer) }
}

/** Undefined for any other frame. */
function connectionsIn(frame: unknown): number | undefined {
  const text = String(frame)
  if (!text.includes('"num_connections"')) return undefined
  try {
    const hello = JSON.parse(text) as { readonly type?: unknown; readonly num_connections?: unknown }
    return hello.type === 'hello' && typeof hello.num_connections === 'number' ? hello.num_connections : undefined
  } catch {
    return undefined
  }
}
