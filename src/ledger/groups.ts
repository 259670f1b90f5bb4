// The part of the ledger for what is known of a group as a whole.
import type { GroupId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'

export type Groups = {
  /** Saves when the app was removed from the group; null once its managers know that it is back. */
  noteRemoval(group: GroupId, at: Instant | null): Promise<void>
  /** When the app was removed from the group; null if it was not, or its managers know that it is back. */
  removalOf(group: GroupId): Promise<Instant | null>
  /** The groups with a daily question that is not paused, and those with a removal on record. */
  kept(): Promise<{ readonly running: readonly GroupId[]; readonly removed: readonly GroupId[] }>
}
