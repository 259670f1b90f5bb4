// The part of the ledger that knows people: their names, whether they are shown, and where they have answered.
import type { Shown } from '../core/person.ts'
import type { AccountId, GroupId, PersonId, PlaceId, Quiz } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'

/** A person as the platform knows them at this moment. */
export type PersonSeen = {
  readonly id: PersonId
  /** The platform's own user, where that is more than this person in one group. */
  readonly account?: AccountId | undefined
  readonly group: GroupId
  readonly name: string
  /** The platform did not say in time who this is: `name` is a stand-in, kept only if there is no better one. */
  readonly standIn?: boolean | undefined
}

/** A user in one of their groups. */
export type PersonInGroup = {
  readonly group: GroupId
  readonly id: PersonId
  /** Null for a manager who never answered: the ledger keeps no name of them. */
  readonly name: string | null
  /** The daily questions that they have answered, the latest first, and then those that they manage; also those of channels that are gone. */
  readonly quizzes: readonly Quiz[]
}

/** People who left are looked up less often: few come back. */
export type LookUpBefore = { readonly here: Instant; readonly gone: Instant }

/** What the platform said of a person. Null, or no name: it did not say, so that stays as it was. */
export type PresenceFound = { readonly person: PersonId; readonly gone: boolean | null; readonly name?: string | null }

/** An alias that another's name took the place of, and what its owner is shown by now. */
export type LostAlias = { readonly group: GroupId; readonly person: PersonId; readonly alias: string; readonly instead: string }

export type People = {
  /** The channels in which the person has answered, the latest first. */
  placesOf(person: PersonId): Promise<readonly PlaceId[]>
  /**
   * The person's user in every group that knows them, or where they manage a daily question; the group of the latest answer first. Says
   * nothing about whether they are still there.
   */
  inGroups(person: PersonSeen): Promise<readonly PersonInGroup[]>
  /** The latest names of these people, without those who have no answer that counts, go by an alias, are hidden or gone. */
  namesOf(group: GroupId, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>
  /** How the person is seen in the group. @param account where it is another than the person: of somebody who isn't known there, it may be linked with one that hides */
  shown(group: GroupId, person: PersonId, account?: AccountId): Promise<Shown>
  isHidden(group: GroupId, person: PersonId): Promise<boolean>
  /**
   * Takes a person off boards and lists, or puts them back with everything they had, by their name. An alias is free again either way. Posts
   * in which that shows are drawn again.
   */
  setHidden(person: PersonSeen, hidden: boolean): Promise<void>
  /**
   * Shows a person by an alias instead of their name.
   *
   * @param alias as `readAlias` gives it
   * @returns false if somebody else in the group has it, or a name that looks like it: then nothing changes
   */
  setAlias(person: PersonSeen, alias: string): Promise<boolean>
  /**
   * Takes the aliases that gave way since it was last asked for: somebody with a name that looks like one was first seen, or got it. A process
   * that ends before forgets them.
   */
  takeLostAliases(): Promise<readonly LostAlias[]>
  /**
   * Somebody asked for something, so they are here, under this name. Writes only if that is news, and nothing about people whom the
   * ledger does not know. Cheap enough for every press.
   */
  noteSeen(person: PersonSeen): Promise<void>
  /**
   * The platform said, perhaps late or out of order, that this person is gone or here, under this name. If that differs from what is
   * known, they are the next to be looked up; nothing else is believed.
   */
  noteChange(person: PersonSeen, gone: boolean): Promise<void>
  /** People who do not hide and who were last looked up before that moment, longest ago first. */
  toLookUp(before: LookUpBefore, limit: number): Promise<readonly PersonSeen[]>
  /** Saves what the platform said when it was asked at `at`: who has left, and the names of the others. */
  setPresence(found: readonly PresenceFound[], at: Instant): Promise<void>
}
