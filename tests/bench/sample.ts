// A course and a quiz as small as they can be, for ledgers that are measured and not looked at.
import type { QuestionBank } from '../../src/core/due.ts'
import type { Quiz } from '../../src/core/quiz.ts'

export const day = 86_400_000
/** A Monday, nine o'clock. */
export const start = Date.UTC(2026, 0, 5, 9)

export const bank: QuestionBank = {
  questions: [{ id: 'question', topic: 'topic' }],
  weights: new Map([['topic', 1]]),
  contents: new Map([['question', { options: ['a', 'b', 'c', 'd'], key: ['b'], words: () => null }]]),
}

export function sampleQuiz(group: string, place: string): Quiz {
  return {
    group,
    place,
    time: '09:00',
    zone: 'Europe/Berlin',
    days: [1, 2, 3, 4, 5, 6, 7],
    openMinutes: 12 * 60,
    courses: [1], topics: [],
    feedback: 'instant',
    rolloverHour: 4,
    catchUpMinutes: 6 * 60,
    recap: 'next', weekly: false, thread: false,
    mention: null, holidays: null, holidaysUntil: null, off: [],
    managers: [],
    paused: false,
    retired: null,
    skipDate: null,
    lastDate: null,
    nextDate: '2026-01-05',
    nextAt: start,
  }
}
