// The part of the ledger that knows which rounds managers still have to be told of.
import type { RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { Claim } from './delivery.ts'

export type News = {
  /** Missed and failed rounds to tell managers of, the longest waiting first. Of a series with one cause only the first. */
  toTell(now: Instant, limit: number): Promise<readonly Claim[]>
  /** Somebody was told, or nobody can be told. @param again when to try again, if neither */
  markTold(rounds: readonly RoundId[], again: Instant | null): Promise<void>
}
