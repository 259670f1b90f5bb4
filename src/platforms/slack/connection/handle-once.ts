// Handles each event once: Slack redelivers what was not acknowledged, or whose acknowledgement got lost.
import type { Instant } from '../../../core/time.ts'
import type { Ack, Acknowledge } from './acknowledge.ts'

/**
 * Handles an event the first time it arrives. A redelivery gets the first delivery's acknowledgement and changes nothing. An
 * event whose handling failed is handled again.
 */
export type HandleOnce = (event: string, ack: Acknowledge, handle: (ack: Acknowledge) => Promise<void>) => Promise<void>

/** Slack redelivers at once, after 1 minute and after 5 minutes. https://docs.slack.dev/apis/events-api/#retries */
const rememberedFor = 10 * 60_000
const mostRemembered = 20_000

/** The acknowledgement of each event. */
type Acknowledged = Map<string, Promise<Ack>>

/** Remembers events in memory only; after a restart the ledger knows what was done. */
export function createHandleOnce(now: () => Instant): HandleOnce {
  // Two generations, so that old events are dropped without a scan.
  const seen: { recent: Acknowledged; before: Acknowledged; since: Instant } = { recent: new Map(), before: new Map(), since: now() }
  return async (event, ack, handle) => {
    const earlier = seen.recent.get(event) ?? seen.before.get(event)
    if (earlier !== undefined) return ack(await earlier)
    if (now() - seen.since > rememberedFor || seen.recent.size >= mostRemembered) {
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
  }
}
