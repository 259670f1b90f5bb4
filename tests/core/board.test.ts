// Which part of time a study day belongs to, and how points add up.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accuracy, addAnswer, boardsOf, noScore, periodKey, pointsForRight, ranks, type Score } from '../../src/core/board.ts'
import { addDays } from '../../src/core/time.ts'

const date = fc.nat(20_000).map((offset) => addDays('2000-01-01', offset))

describe('a period', () => {
  it.each([
    ['2026-01-05', '2026-W02', '2026-01'],
    ['2026-01-01', '2026-W01', '2026-01'],
    ['2027-01-01', '2026-W53', '2027-01'],
    ['2024-12-30', '2025-W01', '2024-12'],
    ['2021-01-03', '2020-W53', '2021-01'],
    ['2024-02-29', '2024-W09', '2024-02'],
  ])('that %s belongs to is %s, %s, and all time', (day, week, month) => {
    expect(periodKey('week', day)).toBe(week)
    expect(periodKey('month', day)).toBe(month)
    expect(periodKey('all', day)).toBe('all')
  })

  it('of a week runs from Monday to Sunday', () => {
    fc.assert(
      fc.property(date, (day) => {
        const monday = addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek)
        const week = Array.from({ length: 7 }, (_, offset) => periodKey('week', addDays(monday, offset)))
        expect(new Set(week).size).toBe(1)
        expect(periodKey('week', addDays(monday, 7)) > periodKey('week', monday)).toBe(true)
      }),
    )
  })
})

describe('a score', () => {
  it('adds a point for each right answer and nothing for speed', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (answers) => {
        const add = (score: Score, right: boolean) => addAnswer(score, right, true)
        const score = answers.reduce(add, noScore)
        const right = answers.filter(Boolean).length
        expect(score).toEqual({ points: right * pointsForRight, answered: answers.length, right, days: answers.length })
        expect(answers.toReversed().reduce(add, noScore)).toEqual(score)
      }),
    )
  })

  it.each([
    [noScore, 0],
    [{ points: 3, answered: 4, right: 3 }, 75],
    [{ points: 2, answered: 3, right: 2 }, 67],
    [{ points: 0, answered: 2, right: 0 }, 0],
  ])('%j has the accuracy %j', (score, expected) => {
    expect(accuracy(score)).toBe(expected)
  })
})

it('an answer counts on six boards: of the channel and of the group, for its week, its month and all time', () => {
  const keys = ['2026-W02', '2026-01', 'all']
  expect(boardsOf('2026-01-05')).toEqual(['place', 'group'].flatMap((scope) => keys.map((key) => ({ scope, key }))))
})

describe('a rank', () => {
  it.each([
    ['is shared by equal points, and the next one is the place on the board', [3, 2, 2, 1], 0, 1, [1, 2, 2, 4]],
    ['goes on from the page before', [2, 2, 1], 5, 4, [4, 4, 8]],
    ['is the first where everybody has the same', [0, 0, 0], 0, 1, [1, 1, 1]],
    ['is nobody’s on an empty page', [], 10, 1, []],
  ])('%s', (_, points, first, firstRank, expected) => {
    expect(ranks(points, first, firstRank)).toEqual(expected)
  })

  it('is one more than the number of people with more points, on whatever page', () => {
    const board = fc.array(fc.nat(5), { minLength: 1, maxLength: 40 }).map((points) => points.sort((a, b) => b - a))
    fc.assert(
      fc.property(board, fc.nat(), fc.integer({ min: 1, max: 10 }), (all, start, size) => {
        const first = start % all.length
        const rankOf = (own: number) => 1 + all.filter((points) => points > own).length
        const page = all.slice(first, first + size)
        expect(ranks(page, first, rankOf(page[0] ?? 0))).toEqual(page.map(rankOf))
      }),
    )
  })
})
