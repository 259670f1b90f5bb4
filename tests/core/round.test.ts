// What is asked of a round: whether it is an extra one, and whether it ended lately.
import { expect, it } from 'vitest'
import { isExtra, isOverLately } from '../../src/core/round.ts'
import { day } from '../../src/core/time.ts'

it.each([
  ['2026-01-05', false],
  ['2026-01-05+slack:Ev123', true],
])('the round of the occasion %s is an extra one: %s', (occasion, extra) => {
  expect(isExtra({ occasion })).toBe(extra)
})

it.each([
  [0, null, 7 * day, true],
  [0, null, 7 * day + 1, false],
  [0, day, 8 * day, true],
  [0, day, 8 * day + 1, false],
])('a round due to close at %i, closed at %j, is lately over at %i: %s', (closesAt, closedAt, now, lately) => {
  expect(isOverLately({ closesAt, closedAt }, now)).toBe(lately)
})
