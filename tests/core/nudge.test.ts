// Which question somebody is reminded of before it closes, and when to look next.
import { expect, it } from 'vitest'
import type { DayOff } from '../../src/core/days-off.ts'
import { minutesBefore, nextNudge, roundToNudge } from '../../src/core/nudge.ts'
import type { Quiz } from '../../src/core/quiz.ts'
import { hour, minute, type Instant } from '../../src/core/time.ts'
import { monday, sampleQuiz } from './sample.ts'

const closesAt = monday + 8 * hour
const round = { occasion: '2026-01-05', state: 'open' as const, openedAt: monday, closesAt }
const at = closesAt - 30 * minute
const off = (date: string): DayOff => ({ kind: 'off', from: date, to: date, name: '', by: null, at: 0 })
const found = (change: object = {}, quiz: Partial<Quiz> = {}, now: Instant = at, since: Instant = at) => roundToNudge([{ ...round, ...change }], { ...sampleQuiz, ...quiz }, 30, { since, now })?.occasion

it('looks next before the first close whose reminder is to come', () => {
  expect(nextNudge([round, { openedAt: monday, closesAt: closesAt + hour }], 30, monday)).toBe(at)
  expect(nextNudge([round, { openedAt: monday, closesAt: closesAt + hour }], 30, at)).toBe(at + hour)
  expect(nextNudge([round], 60, at)).toBeUndefined()
})

it('reminds of an open daily question, until a minute before it closes', () => {
  expect(found()).toBe('2026-01-05')
  expect([found({}, {}, at - 1), found({}, {}, closesAt - minute), found({}, {}, closesAt - minute + 1), found({}, {}, closesAt + hour)]).toEqual([undefined, '2026-01-05', undefined, undefined])
  expect(found({}, {}, at + minute, at + minute)).toBeUndefined()
})

it.each([
  ['an extra one', { occasion: '2026-01-05+now' }, {}],
  ['one that is closed', { state: 'closed' }, {}],
  ['one that is void', { voided: true }, {}],
  ['one of a paused channel', {}, { paused: true }],
  ['one on a day off', {}, { off: [off('2026-01-05')] }],
  ['one whose date was taken off since', { occasion: '2026-01-02' }, { off: [off('2026-01-02')] }],
])('reminds nobody of %s', (_, change, quiz) => {
  expect(found(change, quiz)).toBeUndefined()
})

it('reminds of the first to close', () => {
  const two = [{ ...round, occasion: '2026-01-04', closesAt: closesAt + minute }, round]
  expect(roundToNudge(two, sampleQuiz, 30, { since: at, now: at + minute })?.occasion).toBe('2026-01-05')
})

it('comes no earlier than halfway, so that a question that is open for an hour has one', () => {
  expect([[480, 60], [90, 60], [60, 60], [60, 30], [20, 30]].map(([open = 0, lead]) => minutesBefore(open, lead as 30 | 60))).toEqual([60, 45, 30, 30, 10])
  expect(nextNudge([{ openedAt: monday, closesAt: monday + hour }], 60, monday)).toBe(monday + 30 * minute)
})
