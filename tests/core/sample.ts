// A quiz and a bank for the tests of the rules.
import fc from 'fast-check'
import type { QuestionBank } from '../../src/core/due.ts'
import type { Quiz } from '../../src/core/quiz.ts'
import type { Weekday } from '../../src/core/schedule.ts'
import { nextDue } from '../../src/core/schedule.ts'
import { localTime, zone } from './zones.ts'

export const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
/** Monday. */
export const monday = Date.UTC(2026, 0, 5, 9)

export const sampleQuiz: Quiz = {
  group: 'slack:T1',
  place: 'slack:T1/C1',
  time: '09:00',
  zone: 'UTC',
  days: everyDay,
  openMinutes: null,
  courses: [1],
  topics: [],
  feedback: 'instant',
  rolloverHour: 4,
  catchUpMinutes: 6 * 60,
  recap: 'next',
  weekly: false, thread: false,
  mention: null,
  holidays: null,
  managers: ['slack:T1/Manager'],
  paused: false,
  retired: null,
  skipDate: null,
  lastDate: null,
  nextDate: '2026-01-05',
  nextAt: monday,
  off: [],
  holidaysUntil: null,
}

/** Each topic with its weight and its number of questions; ids are `<topic>-<number>`. */
export function bankOf(topics: Readonly<Record<string, readonly [weight: number, questions: number]>>): QuestionBank {
  const questions = Object.entries(topics).flatMap(([topic, [, count]]) =>
    Array.from({ length: count }, (_, number) => ({ id: `${topic}-${number}`, topic })),
  )
  return {
    questions,
    weights: new Map(Object.entries(topics).map(([topic, [weight]]) => [topic, weight])),
    contents: new Map(questions.map(({ id }) => [id, { options: ['a', 'b', 'c', 'd'], key: ['b'], words: () => null }])),
  }
}

/** Quizzes with any schedule that are next due some time after `monday`. */
export const anyQuiz: fc.Arbitrary<Quiz> = fc
  .record({
    time: localTime,
    zone,
    days: fc.subarray([...everyDay], { minLength: 1 }),
    openMinutes: fc.option(fc.integer({ min: 1, max: 3 * 24 * 60 })),
    rolloverHour: fc.nat(23),
    catchUpMinutes: fc.nat(24 * 60),
  })
  .map((settings) => {
    const next = nextDue(settings, monday)
    return { ...sampleQuiz, ...settings, nextDate: next.date, nextAt: next.at }
  })
