// Results that many share: the same words as if each had been put together for one person.
import { expect, test } from 'vitest'
import { contentOf } from '../../src/course/question-content.ts'
import { resultsOf } from '../../src/features/daily/results.ts'
import type { Round } from '../../src/core/round.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { resultScreen } from '../../src/features/daily/result-screen.ts'

const course = loadCourseOrThrow('tests/courses/house-rules')
const [question] = course.questions

const roundOf = (id: string, state: 'open' | 'closed'): Round =>
  ({ id, state, question: question?.id, key: question?.key, order: question?.options.map((option) => option.id) }) as unknown as Round

const counted = question?.options.flatMap(({ id }) => [0, 1, 2, 30].map((streak) => ({ chosen: [id], right: question.key.includes(id), streak }))) ?? []
const anew = (round: Round, each: (typeof counted)[number]) => resultScreen(round, contentOf(course, round), each)

test('a result says what it would say to one person alone, to the first and to the second', () => {
  const results = resultsOf(course)
  const round = roundOf('r1', 'open')
  for (const each of [...counted, ...counted]) expect(results(round, each)).toEqual(anew(round, each))
})

test('those who chose the same share one screen', () => {
  const results = resultsOf(course)
  const round = roundOf('r1', 'open')
  for (const each of counted) expect(results(round, { ...each })).toBe(results(round, { ...each }))
})

test('a round in another order has screens of its own', () => {
  const results = resultsOf(course)
  const round = roundOf('r1', 'open')
  const shuffled: Round = { ...round, order: round.order.toReversed() }
  for (const each of counted) {
    results(round, each)
    expect(results(shuffled, each)).toEqual(anew(shuffled, each))
  }
})

test('the oldest of very many are put together again', () => {
  const results = resultsOf(course)
  const rounds = Array.from({ length: 500 }, (_, index) => roundOf(`r${index}`, 'open'))
  for (const round of [...rounds, ...rounds]) for (const each of counted.slice(0, 2)) expect(results(round, each)).toEqual(anew(round, each))
})
