// The part of the ledger that keeps what is known of a group as a whole.
import type { GroupId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'

export type Groups = {
  /** The app was removed from the group at that moment; null: its managers know that it is back. */
  noteRemoval(group: GroupId, at: Instant | null): Promise<void>
  /** When the app was removed from the group, if its managers do not know yet that it is back; else null. */
  removalOf(group: GroupId): Promise<Instant | null>
}
