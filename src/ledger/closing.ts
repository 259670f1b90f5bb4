// The part of the ledger that closes rounds and knows which posts still have to show the answer.
import type { RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { RoundView } from './rounds.ts'

export type Closing = {
  /** Closes up to `limit` rounds whose time is over; answers that waited for the close are judged and counted. */
  closeDue(now: Instant, limit: number): Promise<readonly RoundView[]>
  /** Closed rounds whose post still shows the question: the oldest of each group, then the next of each. */
  toRedraw(limit: number): Promise<readonly RoundView[]>
  /** The post shows the answer, or never can (then with a reason). */
  markRedrawn(round: RoundId, reason: string | null): Promise<void>
}
