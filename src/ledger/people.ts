// The part of the ledger that knows people: their names, whether they are shown, and where they have answered.
import type { GroupId, PersonId, PlaceId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'

/** A person as the platform knows them at this moment. */
export type PersonSeen = { readonly id: PersonId; readonly group: GroupId; readonly name: string }

export type People = {
  /** The channels in which the person has answered, the latest first. */
  placesOf(person: PersonId): Promise<readonly PlaceId[]>
  /** The latest names of these people, without those who have no answer that counts, are hidden or gone. */
  namesOf(group: GroupId, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>
  isHidden(group: GroupId, person: PersonId): Promise<boolean>
  /** Takes a person off boards and lists, or puts them back with everything they had. */
  setHidden(person: PersonSeen, hidden: boolean): Promise<void>
  /** Shown people whose presence was last checked before `before`, longest ago first. */
  toLookUp(before: Instant, limit: number): Promise<readonly PersonSeen[]>
  /** Saves what the platform said: who is still there, and who has left. */
  setPresence(seen: readonly { readonly person: PersonId; readonly gone: boolean }[], at: Instant): Promise<void>
}
