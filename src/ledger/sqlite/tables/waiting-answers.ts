// Judges the answers that waited for the end of a round, and adds them to the boards.
import { judgeWaiting } from '../../../core/close.ts'
import type { StoredRound } from './round-row.ts'
import type { Tables } from './tables.ts'

export function saveWaiting({ answers, scores }: Pick<Tables, 'answers' | 'scores'>, stored: StoredRound): void {
  for (const answer of judgeWaiting(stored.round.key, answers.waiting(stored.id))) {
    answers.judge(stored.id, answer.person.id, answer.right)
    scores.add(answer.person, stored, answer)
  }
}
