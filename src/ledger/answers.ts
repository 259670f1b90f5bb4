// The part of the ledger that takes answers.
import type { OptionId } from '../core/quiz.ts'
import type { AnswerVerdict, Round, RoundId } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { PersonSeen } from './people.ts'

export type AnswerOutcome = {
  readonly round: Round
  readonly verdict: AnswerVerdict
  /** What stands for the person after this. */
  readonly chosen: readonly OptionId[] | null
  /** The streak in this channel after this answer. */
  readonly streak: number
}

export type Answers = {
  /** Takes an answer, keeps the person's name, and brings boards and streak up to date. Undefined: no such round in the group. */
  take(round: RoundId, person: PersonSeen, chosen: readonly OptionId[], at: Instant): Promise<AnswerOutcome | undefined>
}
