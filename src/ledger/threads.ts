// The part of the ledger for the threads under questions.
import type { PlaceId } from '../core/quiz.ts'
import type { RoundId } from '../core/round.ts'
import type { Threadless } from '../core/thread.ts'
import type { Instant } from '../core/time.ts'
import type { Claim } from './delivery.ts'

export type Threads = {
  /** Rounds whose thread is to be opened by now, the longest due first. */
  due(now: Instant, limit: number): Promise<readonly Claim[]>
  /** Before it is opened. @returns whether it is still wanted, and nobody has claimed it before */
  claim(round: RoundId, now: Instant): Promise<boolean>
  /** A claimed one was certainly not opened: it is due again then. */
  release(round: RoundId, again: Instant): Promise<void>
  /** Whether a claimed one could be opened. Of a series of refusals for one reason only the first is news. */
  note(round: RoundId, problem: string | null, now: Instant): Promise<void>
  /** Why the last one in the channel could not be opened; null if it could. */
  problem(place: PlaceId): Promise<string | null>
  /** Of which managers are to be told by now, the longest waiting first. */
  toTell(now: Instant, limit: number): Promise<readonly Threadless[]>
  /** Somebody was told, or nobody can be told. @param again when to try again, if neither */
  markTold(places: readonly PlaceId[], again: Instant | null): Promise<void>
}
