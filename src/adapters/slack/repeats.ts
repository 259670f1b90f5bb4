// Deliveries that come again: Slack sends a second time what was not acknowledged, or whose acknowledgement got lost.
import type { Instant } from '../../core/time.ts'
import type { Ack } from './reply.ts'

export type Acknowledge = (response?: Ack) => Promise<void>

export type Repeats = {
  /** Handles an event once; a repetition gets the acknowledgement of the first delivery, and changes nothing. */
  once(event: string, ack: Acknowledge, handle: (ack: Acknowledge) => Promise<void>): Promise<void>
}

/** Slack delivers again at once, after 1 and after 5 minutes. https://docs.slack.dev/apis/events-api/#retries */
const remembered = 10 * 60_000
const mostRemembered = 20_000

type Seen = { readonly at: Instant; readonly said: Promise<Ack> }

/** What failed is handled again. After a restart the ledger knows what was done. */
export function createRepeats(now: () => Instant): Repeats {
  const seen = new Map<string, Seen>()
  return {
    once: async (event, ack, handle) => {
      const earlier = seen.get(event)
      if (earlier !== undefined) return ack(await earlier.said)
      const first = Promise.withResolvers<Ack>()
      const at = now()
      forget(seen, at - remembered)
      seen.set(event, { at, said: first.promise })
      try {
        await handle((response) => {
          first.resolve(response)
          return ack(response)
        })
      } catch (error) {
        seen.delete(event)
        throw error
      } finally {
        first.resolve(undefined)
      }
    },
  }
}

/** Entries stand in the order of time. */
function forget(seen: Map<string, Seen>, before: Instant): void {
  for (const [event, { at }] of seen) {
    if (at > before && seen.size < mostRemembered) return
    seen.delete(event)
  }
}
