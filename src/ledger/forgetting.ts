// The part of the ledger that forgets people, and whole groups.
import type { PersonSeen } from './people.ts'
import type { GroupId, PlaceId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'

/** `here`: what the person did in their group. `everywhere`: that in all groups, and everything they studied alone. */
export type Extent = 'here' | 'everywhere'

/** What there is of a person. `alone`: of a user who is in no group and has studied in private. */
export type Known = { readonly here: boolean; readonly elsewhere: boolean; readonly alone: boolean }

/** How much is kept of a group. `alone`: people who only studied in private. */
export type GroupSize = { readonly people: number; readonly alone: number; readonly channels: number; readonly answers: number }

export type Forgetting = {
  known(person: PersonSeen): Promise<Known>
  /**
   * Deletes all that is kept of the person, for good; of somebody in no other group everything goes either way. The totals of closed
   * questions stay. Posts that may name the person are drawn again.
   *
   * @returns the channels whose quizzes they managed
   */
  forget(person: PersonSeen, extent: Extent, now: Instant): Promise<readonly PlaceId[]>
  sizeOf(group: GroupId): Promise<GroupSize>
  /**
   * Deletes a part of all that is kept of the group, for good: its people, with what they studied alone there, its channels, and what was
   * asked and answered in them. Its daily questions stop with the first part.
   *
   * @returns whether there is more
   */
  forgetGroup(group: GroupId, now: Instant): Promise<boolean>
}
