// The part of the ledger that knows people: their names, whether they are shown, and where they have answered.
import type { GroupId, PersonId, PlaceId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'

/** Somebody as the platform knows them at this moment. */
export type PersonSeen = { readonly id: PersonId; readonly group: GroupId; readonly name: string }

export type People = {
  /** The channels in which the person has answered, the latest first. */
  placesOf(person: PersonId): Promise<readonly PlaceId[]>
  /** The names under which these people last answered; without those who have no answer that counts, are hidden or gone. */
  namesOf(group: GroupId, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>
  isHidden(group: GroupId, person: PersonId): Promise<boolean>
  /** Keeps a person off the boards and out of lists, or shows them again. Nothing is forgotten. */
  setHidden(person: PersonSeen, hidden: boolean): Promise<void>
  /** People on a board whose presence was last looked at before `before`, longest ago first. */
  toLookUp(before: Instant, limit: number): Promise<readonly PersonSeen[]>
  /** What the platform said: who is still there, and who has left. */
  setPresence(seen: readonly { readonly person: PersonId; readonly gone: boolean }[], at: Instant): Promise<void>
}
