// Judges the answers that waited for the end of a round, and adds them to the boards. Where the question doesn't count, only their day does.
import { judgeWaiting } from '../../core/close.ts'
import { saveJudged, savePresent } from './judged-answer.ts'
import type { StoredRound } from './round-row.ts'
import type { Tables } from './tables.ts'

/** @returns how many */
export function saveWaiting(tables: Pick<Tables, 'each' | 'answers' | 'scores' | 'sharedScores' | 'studyLog'>, stored: StoredRound, limit = Number.MAX_SAFE_INTEGER): number {
  const { answers, each } = tables
  if (stored.round.voided === true) return each(() => answers.absent(stored.id, limit), ({ person, ...answer }) => savePresent(tables, person, stored, answer)).length
  return each(() => judgeWaiting(stored.round.key, answers.waiting(stored.id, limit)), (answer) => {
    answers.judge(stored.id, answer.person.id, answer.right)
    saveJudged(tables, answer.person, stored, answer)
  }).length
}
