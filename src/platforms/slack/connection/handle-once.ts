// Deliveries that come again: Slack sends a second time what was not acknowledged, or whose acknowledgement got lost.
import type { Instant } from '../../../core/time.ts'
import type { Ack } from '../outgoing/reply.ts'

export type Acknowledge = (response?: Ack) => Promise<void>

export type Repeats = {
  /** Handles an event once; a repetition gets the acknowledgement of the first delivery, and changes nothing. */
  once(event: string, ack: Acknowledge, handle: (ack: Acknowledge) => Promise<void>): Promise<void>
}

/** Slack delivers again at once, after 1 and after 5 minutes. https://docs.slack.dev/apis/events-api/#retries */
const remembered = 10 * 60_000
const mostRemembered = 20_000

/** What was said to each event, by event. */
type Seen = Map<string, Promise<Ack>>

/** What failed is handled again. After a restart the ledger knows what was done. */
export function createRepeats(now: () => Instant): Repeats {
  // Two generations, so that nothing has to be looked through to forget what is old.
  const seen: { recent: Seen; before: Seen; since: Instant } = { recent: new Map(), before: new Map(), since: now() }
  return {
    once: async (event, ack, handle) => {
      const earlier = seen.recent.get(event) ?? seen.before.get(event)
      if (earlier !== undefined) return ack(await earlier)
      if (now() - seen.since > remembered || seen.recent.size >= mostRemembered) {
        Object.assign(seen, { recent: new Map(), before: seen.recent, since: now() })
      }
      const first = Promise.withResolvers<Ack>()
      const generation = seen.recent.set(event, first.promise)
      try {
        await handle((response) => {
          first.resolve(response)
          return ack(response)
        })
      } catch (error) {
        generation.delete(event)
        throw error
      } finally {
        first.resolve(undefined)
      }
    },
  }
}
