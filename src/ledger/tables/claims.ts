// Claims: rounds with the quiz of their channel, as the parts for delivery and for news hand them out.
import type { Quiz } from '../../core/quiz.ts'
import type { Claim } from '../delivery.ts'
import type { QuizzesTable } from './quizzes.ts'
import type { StoredRound } from './round-row.ts'

export function claimOf({ round, sendingSince }: StoredRound, quiz: Quiz): Claim {
  return { round, quiz, sendingSince }
}

export function claimsOf(rounds: readonly StoredRound[], quizzes: QuizzesTable): readonly Claim[] {
  return rounds.flatMap((stored) => {
    const quiz = quizzes.at(stored.round.place)
    return quiz === undefined ? [] : [claimOf(stored, quiz)]
  })
}
