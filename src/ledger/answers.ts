// The part of the ledger that saves answers.
import type { OptionId, PlaceId } from '../core/quiz.ts'
import type { AnswerVerdict } from '../core/answer.ts'
import type { Round, RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { PersonSeen } from './people.ts'

export type AnswerOutcome = {
  readonly round: Round
  readonly verdict: AnswerVerdict
  /** It is the person's first answer to this round, so one more person has answered. */
  readonly first: boolean
  /** The person's answer from now on; null if there is none. */
  readonly chosen: readonly OptionId[] | null
  /** The streak in this channel after this answer, and in those that it shares its question with. */
  readonly streak: number
  /** The other channel in which the answer stands; absent if it's this one. */
  readonly standsIn?: PlaceId
  /** The same question in other channels, whose posts count this answer too; absent if there are none. */
  readonly others?: readonly Round[]
}

export type Answers = {
  /**
   * Decides an answer by `decideAnswer` and saves its effect, the person's name, boards and streak.
   * Where the question is shared and the same human being has answered it in another channel, the press is one on that answer.
   * Undefined if the group has no such round. An answer to a closed round that still counts is also counted in the round, whose post
   * has to be redrawn then.
   *
   * @param at the platform's own moment of the press
   * @param arrived when it reached the bot, by this machine's clock; `at` if it is absent
   */
  take(round: RoundId, person: PersonSeen, chosen: readonly OptionId[], at: Instant, arrived?: Instant): Promise<AnswerOutcome | undefined>
}
