// The part of the ledger for showing rounds.
import type { AccountId, GroupId, OptionId, PersonId, PlaceId, QuestionId } from '../core/quiz.ts'
import type { Answer } from '../core/answer.ts'
import type { Round, RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { PersonSeen } from './people.ts'

/** A round with the answers people gave. */
export type RoundView = {
  readonly round: Round
  /** People who answered. */
  readonly answered: number
  /** How many people chose each option; options without a vote may be absent. Null where `mayShowResult` keeps the result back. */
  readonly votes: ReadonlyMap<OptionId, number> | null
  /** People who answered right, in the order of their answers, without those who are hidden or gone. Nobody where `votes` is null. */
  readonly right: readonly { readonly id: PersonId; readonly name: string }[]
  /** The answer of the person who is looking. */
  readonly mine: Answer | null
  /** The other channel in which they gave it; absent if it was this one. */
  readonly mineIn?: PlaceId
}

export type Rounds = {
  /** In whichever group. Cheap enough for every press. */
  find(round: RoundId): Promise<Round | undefined>
  /** Undefined if the group has no such round. @param account where it is another than the person, who may have answered by one that is linked with it */
  view(round: RoundId, group: GroupId, person: PersonId | null, account?: AccountId): Promise<RoundView | undefined>
  /** The newest round of a channel that takes answers now. */
  open(place: PlaceId, now: Instant): Promise<Round | undefined>
  /** All rounds of a channel that take answers now: those that this person has not answered first, and of each the newest first. */
  openTo(place: PlaceId, person: Pick<PersonSeen, 'id' | 'group' | 'account'>, now: Instant): Promise<readonly Round[]>
  /**
   * Questions that people can answer now, or soon, in this group or in any in which the account is known: whoever studies alone must not
   * be told their answers. Cheap enough for every press; a round that begins this very moment may be missing.
   */
  askedNow(account: AccountId, group: GroupId): Promise<ReadonlySet<QuestionId>>
  /** The newest round of a channel whose time to answer is over. */
  over(place: PlaceId, now: Instant): Promise<Round | undefined>
  /** The latest rounds of a channel in every state, newest first. */
  latest(place: PlaceId, limit: number): Promise<readonly Round[]>
}
