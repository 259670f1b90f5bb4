// The part of the ledger that closes rounds and knows whose posts still have to show the answer.
import type { Round, RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { RoundView } from './rounds.ts'

/** What a post shows of a round and its result. */
export type Drawn = Pick<RoundView, 'answered' | 'votes'> & { readonly round: Pick<Round, 'key' | 'voided'> }

export type Closing = {
  /**
   * Judges up to `limit` answers of rounds whose time is over. A close with thousands of them would hold up everybody for seconds.
   *
   * @returns how many; fewer than `limit` only if none is left
   */
  judgeDue(now: Instant, limit: number): Promise<number>
  /** Closes up to `limit` rounds whose time is over, and judges the answers that still wait for the close. */
  closeDue(now: Instant, limit: number): Promise<readonly RoundView[]>
  /** Closed rounds whose post has to be drawn: the oldest of the last days in each group first, then the second of each, and so on; much older ones last. */
  toRedraw(limit: number): Promise<readonly RoundView[]>
  /**
   * The post shows the answer; with a reason, it never can.
   *
   * @param drawn what it shows; if an answer has arrived since that still counts, or the round was corrected, the post has to be redrawn once more
   */
  markRedrawn(round: RoundId, reason: string | null, drawn?: Drawn): Promise<void>
}
