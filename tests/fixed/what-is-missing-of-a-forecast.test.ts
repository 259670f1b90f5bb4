// “answer questions on more topics: yours make up 3% of the exam, and it takes 60%” told nobody how many topics, nor how to get there.
import { expect, it } from 'vitest'
import type { Overview } from '../../src/core/overview.ts'
import type { Readiness } from '../../src/core/readiness.ts'
import { progressScreen } from '../../src/features/me/progress-screen.ts'
import { words } from '../bot/stage.ts'

const next = { text: ['Next: practice.'], button: { label: 'Practice', control: 'v1:run:practice', primary: true } }

function lineOf(readiness: Readiness): string {
  const overview: Overview = { today: { right: 1, of: 1 }, alone: { right: 1, of: 1 }, topics: [{ topic: 'a', right: 1, of: 1 }], readiness, mistakes: [] }
  return words(progressScreen({ overview, due: 0, standing: null, exams: [], next })).split('\n').find((line) => line.includes('exam')) ?? ''
}

it.each<[Readiness, string]>([
  [{ kind: 'unknown', tries: 27, topics: 12 }, 'To see how an exam would go, answer 27 more new questions, and cover at least 12 more topics. /study practice brings up new ones.'],
  [{ kind: 'unknown', tries: 1, topics: 0 }, 'To see how an exam would go, answer 1 more new question. /study practice brings up new ones.'],
  [{ kind: 'unknown', tries: 0, topics: 1 }, 'To see how an exam would go, answer questions on at least 1 more topic. /study practice brings up new ones.'],
  [{ kind: 'known', mean: 0.65, low: 0.55, high: 0.75 }, 'If the exam were today, you’d get about 65% right (between 55% and 75%).'],
])('%j', (readiness, line) => {
  expect(lineOf(readiness)).toBe(line)
  expect(lineOf(readiness)).not.toMatch(/make up|it takes/u)
})
