// Which part of time a study day belongs to, and how points add up.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accuracy, addAnswer, noScore, periodKey, pointsForRight } from '../../src/core/board.ts'
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
        const score = answers.reduce(addAnswer, noScore)
        const right = answers.filter(Boolean).length
        expect(score).toEqual({ points: right * pointsForRight, answered: answers.length, right })
        expect(answers.toReversed().reduce(addAnswer, noScore)).toEqual(score)
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
