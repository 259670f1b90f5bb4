// The part of the ledger that knows of which rounds a manager is still to be told.
import type { RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { Claim } from './delivery.ts'

export type News = {
  /** Missed and failed rounds to tell of, the longest waiting first. Of a series with one cause the first. */
  toTell(now: Instant, limit: number): Promise<readonly Claim[]>
  /** Somebody was told, or nobody can be; with a moment: try again then. */
  markTold(rounds: readonly RoundId[], again: Instant | null): Promise<void>
}
