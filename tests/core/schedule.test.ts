// When a quiz is due: each due date once, in order, whatever the clocks do.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countDates, lastDue, nextDue, type Due, type Schedule, type Weekday } from '../../src/core/schedule.ts'
import { addDays, dateExists, day, instantOf, localDate, minute } from '../../src/core/time.ts'
import { instant, localTime, moment, zone } from './zones.ts'

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const days = fc.subarray([...everyDay], { minLength: 1 })
const schedule: fc.Arbitrary<Schedule> = fc.record({ time: localTime, zone, days })

/** The next `count` due dates as the daily round walks through them. */
function walk(schedule: Schedule, from: number, count: number): readonly Due[] {
  const found: Due[] = [nextDue(schedule, from)]
  while (found.length < count) {
    const last = found.at(-1) as Due
    found.push(nextDue(schedule, last.at, last.date))
  }
  return found
}

/** Every date of the calendar that should have a round, by counting days. */
function calendar({ days, zone }: Schedule, first: string, last: string): readonly string[] {
  const dates: string[] = []
  for (let date = first; date <= last; date = addDays(date, 1)) {
    if (days.includes(Temporal.PlainDate.from(date).dayOfWeek as Weekday) && dateExists(date, zone)) dates.push(date)
  }
  return dates
}

describe('a quiz', () => {
  it.each<[string, string, string, readonly [string, ...string[]]]>([
    ['in the gap of New York', 'America/New_York', '02:30', [
      '2026-03-07T00:00-05:00', '2026-03-07T02:30-05:00', '2026-03-08T03:30-04:00', '2026-03-09T02:30-04:00',
    ]],
    ['in the doubled hour of New York', 'America/New_York', '01:30', [
      '2026-10-31T00:00-04:00', '2026-10-31T01:30-04:00', '2026-11-01T01:30-04:00', '2026-11-02T01:30-05:00',
    ]],
    ['in the gap of Berlin', 'Europe/Berlin', '02:30', [
      '2026-03-28T00:00+01:00', '2026-03-28T02:30+01:00', '2026-03-29T03:30+02:00', '2026-03-30T02:30+02:00',
    ]],
    ['in the doubled hour of Berlin', 'Europe/Berlin', '02:30', [
      '2026-10-24T00:00+02:00', '2026-10-24T02:30+02:00', '2026-10-25T02:30+02:00', '2026-10-26T02:30+01:00',
    ]],
    ['in the half hour of Lord Howe', 'Australia/Lord_Howe', '02:15', [
      '2026-10-03T00:00+10:30', '2026-10-03T02:15+10:30', '2026-10-04T02:45+11:00', '2026-10-05T02:15+11:00',
    ]],
    ['at the missing midnight of Cairo', 'Africa/Cairo', '00:00', [
      '2026-04-23T00:00+02:00', '2026-04-23T00:00+02:00', '2026-04-24T01:00+03:00', '2026-04-25T00:00+03:00',
    ]],
    ['before the missing hour of Nuuk', 'America/Nuuk', '23:30', [
      '2026-03-27T00:00-02:00', '2026-03-27T23:30-02:00', '2026-03-29T00:30-01:00', '2026-03-29T23:30-01:00',
    ]],
    ['across the missing date of Apia', 'Pacific/Apia', '09:00', [
      '2011-12-28T00:00-10:00', '2011-12-28T09:00-10:00', '2011-12-29T09:00-10:00', '2011-12-31T09:00+14:00',
    ]],
  ])('%s is due once on each date', (_, zone, time, [from, ...expected]) => {
    const found = walk({ zone, time, days: everyDay }, instant(from), expected.length)
    expect(found.map(({ at }) => at)).toEqual(expected.map(instant))
  })

  it('on working days is not due at the weekend', () => {
    const found = walk({ zone: 'Europe/Berlin', time: '09:00', days: [1, 2, 3, 4, 5] }, instant('2026-01-08T09:00+01:00'), 3)
    expect(found.map(({ date }) => date)).toEqual(['2026-01-08', '2026-01-09', '2026-01-12'])
  })

  it('that is set up at its very minute is due at once, a moment later the next day', () => {
    const nine = instant('2026-01-08T09:00Z')
    const daily: Schedule = { zone: 'UTC', time: '09:00', days: everyDay }
    expect(nextDue(daily, nine)).toEqual({ date: '2026-01-08', at: nine })
    expect(nextDue(daily, nine + 1)).toEqual({ date: '2026-01-09', at: nine + day })
  })

  it('has each of its dates once, in order, and leaves none out', () => {
    fc.assert(
      fc.property(schedule, moment, (schedule, from) => {
        const found = walk(schedule, from, 40)
        const dates = found.map(({ date }) => date)
        expect(dates).toEqual(calendar(schedule, dates[0] ?? '', dates.at(-1) ?? ''))
        for (const { date, at } of found) expect(at).toBe(instantOf(date, schedule.time, schedule.zone))
        for (const [index, { at }] of found.entries()) expect(at).toBeGreaterThan(found[index - 1]?.at ?? 0)
      }),
      { numRuns: 60 },
    )
  })

  it('begins with the first moment that is not over', () => {
    fc.assert(
      fc.property(schedule, moment, (schedule, from) => {
        const first = nextDue(schedule, from)
        expect(first.at).toBeGreaterThanOrEqual(from)
        const earlier = calendar(schedule, addDays(localDate(from, schedule.zone), -3), addDays(first.date, -1))
        for (const date of earlier) expect(instantOf(date, schedule.time, schedule.zone)).toBeLessThan(from)
      }),
    )
  })

  it('is due after the last date that it had, wherever it moves to meanwhile', () => {
    fc.assert(
      fc.property(schedule, schedule, moment, fc.integer({ min: -3, max: 3 }), (before, after, from, days) => {
        const last = nextDue(before, from)
        const next = nextDue(after, last.at + days * day, last.date)
        expect(next.date > last.date).toBe(true)
        expect(next.at).toBeGreaterThanOrEqual(last.at + days * day)
      }),
    )
  })

  it('is the same from any moment between two of its rounds', () => {
    fc.assert(
      fc.property(schedule, moment, fc.nat(23 * 60), (schedule, from, minutes) => {
        const first = nextDue(schedule, from)
        const next = nextDue(schedule, first.at, first.date)
        const between = Math.min(first.at + 1 + minutes * minute, next.at)
        expect(nextDue(schedule, between, first.date)).toEqual(next)
      }),
    )
  })
})

describe('the last due date', () => {
  const weekly: Schedule = { time: '09:00', zone: 'UTC', days: [1] }
  const monday = Date.UTC(2026, 0, 5, 9)

  it('is today from its minute on, and the one before until then', () => {
    expect(lastDue(weekly, monday)).toEqual({ date: '2026-01-05', at: monday })
    expect(lastDue(weekly, monday - 1)).toEqual({ date: '2025-12-29', at: monday - 7 * day })
    expect(lastDue(weekly, monday + 6 * day)).toEqual({ date: '2026-01-05', at: monday })
  })

  it('is before a date that is left out', () => {
    expect(lastDue(weekly, monday, '2026-01-05')).toEqual({ date: '2025-12-29', at: monday - 7 * day })
    expect(lastDue(weekly, monday, '2026-01-06')).toEqual({ date: '2026-01-05', at: monday })
    expect(lastDue(weekly, monday, '2027-01-01')).toEqual({ date: '2026-01-05', at: monday })
  })

  it('is none that the zone skipped', () => {
    // Samoa had no December 30, 2011, a Friday. https://en.wikipedia.org/wiki/Time_in_Samoa
    const friday: Schedule = { time: '09:00', zone: 'Pacific/Apia', days: [5] }
    expect(lastDue(friday, Date.UTC(2012, 0, 2))?.date).toBe('2011-12-23')
  })

  it('is looked for in the year before', () => {
    expect(lastDue({ ...weekly, days: [] }, monday)).toBeUndefined()
  })
})

describe('the next due date', () => {
  it('follows the last one, however early it is asked for', () => {
    const daily: Schedule = { time: '09:00', zone: 'UTC', days: everyDay }
    expect(nextDue(daily, Date.UTC(2026, 0, 5, 9), '2026-01-20').date).toBe('2026-01-21')
    expect(nextDue(daily, Date.UTC(2026, 0, 5, 9), '2026-01-04').date).toBe('2026-01-05')
    expect(nextDue(daily, Date.UTC(2026, 0, 5, 9), '2025-01-04').date).toBe('2026-01-05')
  })
})

it.each([
  [[1, 2, 3, 4, 5], '2026-01-05', '2026-01-05', 1],
  [[1, 2, 3, 4, 5], '2026-01-05', '2026-01-11', 5],
  [[1, 2, 3, 4, 5], '2026-01-08', '2026-01-12', 3],
  [[6, 7], '2026-01-05', '2026-02-09', 10],
  [[1], '2025-01-01', '2026-12-31', 104],
] as const)('on the days %j, %s to %s are %i dates', (weekdays, first, last, count) => {
  expect(countDates({ days: weekdays }, first, last)).toBe(count)
})

it('the last due date does not depend on how far ahead another is left out', () => {
  const daily: Schedule = { time: '09:00', zone: 'UTC', days: everyDay }
  expect(lastDue(daily, Date.UTC(2026, 0, 5, 9), '2028-01-01')?.date).toBe('2026-01-05')
})
