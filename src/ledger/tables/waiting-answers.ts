// Judges the answers that waited for the end of a round, and adds them to the boards. Where the question doesn't count, only their day does.
import { judgeWaiting } from '../../core/close.ts'
import { saveJudged, savePresent } from './judged-answer.ts'
import type { StoredRound } from './round-row.ts'
import type { Tables } from './tables.ts'

/** @returns how many */
export function saveWaiting(tables: Pick<Tables, 'answers' | 'scores' | 'sharedScores' | 'studyLog'>, stored: StoredRound, limit = Number.MAX_SAFE_INTEGER): number {
  const { answers } = tables
  if (stored.round.voided === true) {
    const absent = answers.absent(stored.id, limit)
    for (const { person, ...answer } of absent) savePresent(tables, person, stored, answer)
    return absent.length
  }
  const waiting = judgeWaiting(stored.round.key, answers.waiting(stored.id, limit))
  for (const answer of waiting) {
    answers.judge(stored.id, answer.person.id, answer.right)
    saveJudged(tables, answer.person, stored, answer)
  }
  return waiting.length
}
