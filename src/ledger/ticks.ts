// The part of the ledger for what learners ticked themselves in the checklist of the course.
import type { AccountId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'

export type Ticks = {
  /** The ids of the ticked items, with when. */
  of(account: AccountId): Promise<ReadonlyMap<string, Instant>>
  /** Ticking twice keeps the first moment. */
  set(account: AccountId, item: string, ticked: boolean, at: Instant): Promise<void>
}
