// The part of the ledger for what a learner was asked, and what follows from it: the log is the truth, memories are made from it.
import type { Memory } from '../core/memory.ts'
import type { AccountId } from '../core/quiz.ts'
import type { ItemId, StudyEntry } from '../core/study-item.ts'
import type { Instant, LocalDate } from '../core/time.ts'

export type Remembered = {
  /** By item; only of what was asked at least once. */
  readonly memories: ReadonlyMap<ItemId, Memory>
  /** Set aside by the learner: not brought up again until they take it back. */
  readonly paused: ReadonlySet<ItemId>
}

export type Memories = {
  /** What the learner remembers now, daily answers included. Brings it up to date first, which takes a moment after long absence. */
  of(account: AccountId): Promise<Remembered>
  /** Everything the learner was asked on study days from `from` on, in the order in which it was saved. */
  log(account: AccountId, from: LocalDate): Promise<readonly StudyEntry[]>
  setPaused(account: AccountId, item: ItemId, paused: boolean, at: Instant): Promise<void>
}
