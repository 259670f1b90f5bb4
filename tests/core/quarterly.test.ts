// When the quarterly review comes: over zones, year ends, pauses and outages.
import { describe, expect, it } from 'vitest'
import { look, nextReview, quarterAfter, quarterOf, reviewDate, switchedOff, switchedOn, type DutyReview } from '../../src/core/quarterly.ts'
import { day, hour, minute, type Instant } from '../../src/core/time.ts'

type Quiz = Parameters<typeof look>[1]

const quiz: Quiz = { time: '09:00', zone: 'UTC', days: [1, 2, 3, 4, 5], off: [], skipDate: null, paused: false }
const at = (moment: string): Instant => Date.parse(moment)

type Living = { readonly step?: number; readonly quizAt?: (now: Instant) => Quiz }

const unchanged = (): Quiz => quiz

/** Looks at each step from one moment to another. @returns when the review was posted */
function posted(review: DutyReview, from: string, to: string, { step = 10 * minute, quizAt = unchanged }: Living = {}): string[] {
  const times: string[] = []
  let state = review
  for (let now = at(from); now <= at(to); now += step) {
    if (!state.on || state.nextAt > now) continue
    const looked = look(state, quizAt(now), now)
    if (looked.kind === 'post') times.push(new Date(now).toISOString().slice(0, 16))
    state = looked.review
  }
  return times
}

describe('a quarter', () => {
  it.each([['2026-01-01', '2026-Q1'], ['2026-03-31', '2026-Q1'], ['2026-04-01', '2026-Q2'], ['2026-09-30', '2026-Q3'], ['2026-12-31', '2026-Q4']])('%s is in %s', (date, quarter) => {
    expect(quarterOf(date)).toBe(quarter)
  })

  it('is followed by the next one, across the year', () => {
    expect([quarterAfter('2026-Q1'), quarterAfter('2026-Q3'), quarterAfter('2026-Q4')]).toEqual(['2026-Q2', '2026-Q4', '2027-Q1'])
  })

  it.each([
    ['2026-Q1', {}, '2026-01-01T09:00Z'],
    ['2026-Q1', { days: [1] }, '2026-01-05T09:00Z'],
    // Saturday the 1st is not a study day.
    ['2028-Q1', {}, '2028-01-03T09:00Z'],
    ['2026-Q2', { zone: 'Europe/Berlin' }, '2026-04-01T07:00Z'],
    ['2026-Q1', { zone: 'Pacific/Kiritimati', time: '00:00' }, '2025-12-31T10:00Z'],
    ['2026-Q1', { zone: 'Pacific/Pago_Pago', time: '23:59' }, '2026-01-02T10:59Z'],
    ['2026-Q4', { zone: 'America/New_York', days: [6, 7] }, '2026-10-03T13:00Z'],
    ['2026-Q1', { skipDate: '2026-01-01' }, '2026-01-02T09:00Z'],
  ] as const)('the review of %s with %o comes at %s', (quarter, settings, moment) => {
    expect(reviewDate(quarter, { ...quiz, ...settings })?.at).toBe(at(moment))
  })
})

describe('a review that is switched on', () => {
  const on = switchedOn(undefined, quiz, at('2026-11-10T12:00Z'))

  it('is posted once a quarter, over the year end', () => {
    expect(posted(on, '2026-11-10T12:00Z', '2027-11-01T00:00Z')).toEqual(['2027-01-01T09:00', '2027-04-01T09:00', '2027-07-01T09:00', '2027-10-01T09:00'])
  })

  it('comes in the quarter that begins, if its date is still ahead', () => {
    expect(switchedOn(undefined, { ...quiz, days: [1] }, at('2026-01-02T12:00Z')).quarter).toBe('2026-Q1')
    expect(switchedOn(undefined, quiz, at('2026-01-02T12:00Z')).quarter).toBe('2026-Q2')
    expect(nextReview(on, quiz, at('2026-11-10T12:00Z')).at).toBe(at('2027-01-01T09:00Z'))
  })

  it('stays as it is if it is switched on again, and forgets no quarter if it was off', () => {
    expect(switchedOn(on, quiz, at('2027-06-01T00:00Z'))).toBe(on)
    const done = look(on, quiz, at('2027-01-01T09:00Z')).review
    const again = switchedOn(switchedOff(done), { ...quiz, time: '18:00' }, at('2027-01-01T10:00Z'))
    expect(again).toMatchObject({ quarter: '2027-Q2', posted: '2027-Q1' })
  })

  it('is posted up to 7 days late, and skipped after that', () => {
    expect(posted(on, '2027-01-08T08:50Z', '2027-02-01T00:00Z')).toEqual(['2027-01-08T08:50'])
    expect(posted(on, '2027-01-08T09:10Z', '2027-04-02T00:00Z')).toEqual(['2027-04-01T09:00'])
    expect(posted(on, '2028-06-30T00:00Z', '2028-07-05T00:00Z')).toEqual(['2028-07-03T09:00'])
    expect(nextReview(on, quiz, at('2027-01-10T12:00Z')).at).toBe(at('2027-04-01T09:00Z'))
  })

  it('waits for a study day while the daily question is paused, in the first month alone', () => {
    const pausedUntil = (end: string) => ({ quizAt: (now: Instant) => ({ ...quiz, paused: now < at(end) }) })
    expect(posted(on, '2026-12-20T00:00Z', '2027-03-01T00:00Z', pausedUntil('2027-01-13T12:00Z'))).toEqual(['2027-01-14T09:00'])
    expect(posted(on, '2026-12-20T00:00Z', '2027-05-01T00:00Z', pausedUntil('2027-02-02T12:00Z'))).toEqual(['2027-04-01T09:00'])
  })

  it('passes over a skipped day, also once the skip is forgotten', () => {
    const quizAt = (now: Instant) => ({ ...quiz, skipDate: now < at('2027-01-01T09:00Z') ? '2027-01-01' : null })
    expect(posted(on, '2026-12-20T00:00Z', '2027-03-01T00:00Z', { quizAt })).toEqual(['2027-01-04T09:00'])
  })

  it('follows a change of the settings, also on the day', () => {
    const quizAt = (now: Instant) => ({ ...quiz, time: now < at('2026-12-31T20:00Z') ? '23:00' : '05:00' })
    expect(posted(on, '2026-12-20T00:00Z', '2027-03-01T00:00Z', { quizAt, step: minute })).toEqual(['2027-01-01T05:00'])
    expect(posted(on, '2026-12-20T00:00Z', '2027-03-01T00:00Z', { quizAt: () => ({ ...quiz, zone: 'Asia/Tokyo' }), step: hour })).toEqual(['2027-01-01T00:00'])
  })

  it('is not posted twice if the clock is set back', () => {
    const { review } = look(on, quiz, at('2027-01-01T09:00Z'))
    expect(look(review, quiz, at('2026-12-31T09:00Z')).kind).toBe('wait')
    expect(posted(review, '2026-12-25T00:00Z', '2027-02-01T00:00Z')).toEqual([])
    expect(review.nextAt).toBe(at('2027-04-01T00:00Z') - day)
  })
})
