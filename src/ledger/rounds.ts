// The part of the ledger from which rounds are shown.
import type { GroupId, OptionId, PersonId, PlaceId } from '../core/quiz.ts'
import type { Answer, Round, RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'

/** A round with what people made of it. */
export type RoundView = {
  readonly round: Round
  /** People who answered. */
  readonly answered: number
  /** People who chose each option; options without a vote may be absent. */
  readonly votes: ReadonlyMap<OptionId, number>
  /** Who answered right, first come first; without people who are hidden or gone. */
  readonly right: readonly { readonly id: PersonId; readonly name: string }[]
  /** The answer of the person for whom it was asked. */
  readonly mine: Answer | null
}

export type Rounds = {
  /** Undefined if there is no such round in the group. */
  view(round: RoundId, group: GroupId, person: PersonId | null): Promise<RoundView | undefined>
  /** The round of a channel that takes answers now; the newest if there are several. */
  open(place: PlaceId, now: Instant): Promise<Round | undefined>
  /** The latest rounds of a channel in every state, newest first. */
  latest(place: PlaceId, limit: number): Promise<readonly Round[]>
}
