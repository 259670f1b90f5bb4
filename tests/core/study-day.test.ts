// Study days and streaks, by known values and by a plain recount.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestStreak, countedDay, currentStreak, dayBefore, endedDay, extendStreak, noStreak, studyDay, type Streak } from '../../src/core/study-day.ts'
import { addDays, hour, localDate } from '../../src/core/time.ts'
import { instant, moment, zone } from './zones.ts'

describe('a study day', () => {
  it.each([
    ['one minute before rollover', '2026-01-06T03:59+01:00', 'Europe/Berlin', 4, '2026-01-05'],
    ['at rollover', '2026-01-06T04:00+01:00', 'Europe/Berlin', 4, '2026-01-06'],
    ['at midnight without rollover', '2026-01-06T00:00+01:00', 'Europe/Berlin', 0, '2026-01-06'],
    ['at rollover on the day the clocks go forward', '2026-03-29T04:00+02:00', 'Europe/Berlin', 4, '2026-03-29'],
    ['before rollover on the day the clocks go back', '2026-10-25T03:59+01:00', 'Europe/Berlin', 4, '2026-10-24'],
    ['after a rollover hour that the clocks skip', '2026-03-29T03:00+02:00', 'Europe/Berlin', 2, '2026-03-29'],
    ['before rollover in New York, tomorrow in London', '2026-03-08T03:59-04:00', 'America/New_York', 4, '2026-03-07'],
    ['late rollover', '2026-01-06T22:59Z', 'UTC', 23, '2026-01-05'],
  ])('%s (%s in %s, rollover at %i) is %s', (_, at, zone, rollover, expected) => {
    expect(studyDay(instant(at), zone, rollover)).toBe(expected)
  })

  it('is the date on the wall where days begin at midnight', () => {
    fc.assert(
      fc.property(moment, zone, (at, zone) => {
        expect(studyDay(at, zone, 0)).toBe(localDate(at, zone))
      }),
    )
  })

  it('is the date on the wall or the day before, and never goes back', () => {
    // In Troll the clocks go back by two hours, over any rollover hour between.
    const sane = zone.filter((zone) => zone !== 'Antarctica/Troll')
    fc.assert(
      fc.property(moment, sane, fc.nat(23), fc.nat(48), (at, zone, rollover, hours) => {
        const today = studyDay(at, zone, rollover)
        const date = localDate(at, zone)
        expect([date, addDays(date, -1)]).toContain(today)
        expect(studyDay(at + hours * hour, zone, rollover) >= today).toBe(true)
      }),
    )
  })
})

describe('the day that an answer counts for', () => {
  it.each([
    ['the day of a round answered on its day', '2026-01-09', '2026-01-09', '2026-01-09', '2026-01-09'],
    ['Friday for Friday’s question on Sunday', '2026-01-11', '2026-01-09', '2026-01-09', '2026-01-09'],
    ['its own day where a round of a later day is already out', '2026-01-09', '2026-01-09', '2026-01-10', '2026-01-09'],
    ['a later day with a round for a question of an earlier one', '2026-01-11', '2026-01-09', '2026-01-10', '2026-01-10'],
    ['the day of the round where the clock was set back', '2026-01-06', '2026-01-09', '2026-01-09', '2026-01-09'],
  ])('is %s', (_, today, roundDay, lastRoundDay, expected) => {
    expect(countedDay(today, roundDay, lastRoundDay)).toBe(expected)
  })
})

const streak = (current: number, longest: number, lastDay: string | null): Streak => ({ current, longest, lastDay })

describe('a streak', () => {
  it.each([
    ['begins with the first answer', noStreak, '2026-01-05', null, streak(1, 1, '2026-01-05')],
    ['begins late', noStreak, '2026-01-07', '2026-01-06', streak(1, 1, '2026-01-07')],
    ['goes on from one round day to the next', streak(3, 3, '2026-01-05'), '2026-01-06', '2026-01-05', streak(4, 4, '2026-01-06')],
    ['goes on over days without a round', streak(3, 5, '2026-01-09'), '2026-01-12', '2026-01-09', streak(4, 5, '2026-01-12')],
    ['goes on where no scheduled day was before', streak(1, 1, '2026-01-03'), '2026-01-05', null, streak(2, 2, '2026-01-05')],
    ['breaks where a round day was missed', streak(3, 3, '2026-01-05'), '2026-01-07', '2026-01-06', streak(1, 3, '2026-01-07')],
    ['counts a day once', streak(3, 3, '2026-01-05'), '2026-01-05', '2026-01-02', streak(3, 3, '2026-01-05')],
    ['is not moved by an answer for an earlier day', streak(3, 3, '2026-01-05'), '2026-01-02', null, streak(3, 3, '2026-01-05')],
  ])('%s', (_, before, day, previous, after) => {
    expect(extendStreak(before, day, previous)).toEqual(after)
  })

  it.each([
    ['stands on the day after, before that day’s round is over', streak(3, 3, '2026-01-05'), '2026-01-05', 3],
    ['is over once a round day has ended without an answer', streak(3, 3, '2026-01-05'), '2026-01-06', 0],
    ['stands where no round day has ended yet', streak(1, 1, '2026-01-05'), null, 1],
    ['is nothing for somebody who never answered', noStreak, '2026-01-05', 0],
  ])('%s', (_, kept, ended, expected) => {
    expect(currentStreak(kept, ended)).toBe(expected)
  })

  it('is what a recount of the answered round days says', () => {
    const dayList = fc.uniqueArray(fc.nat(400), { minLength: 1, maxLength: 60 }).map((offsets) => offsets.sort((a, b) => a - b))
    fc.assert(
      fc.property(dayList, fc.infiniteStream(fc.boolean()), (offsets, chance) => {
        const days = offsets.map((offset) => addDays('2026-01-01', offset))
        const answered = days.map(() => chance.next().value === true)
        let kept = noStreak
        for (const [index, day] of days.entries()) if (answered[index]) kept = extendStreak(kept, day, days[index - 1] ?? null)
        const runs = answered.map(Number).join('').split('0').map((run) => run.length)
        expect(kept.longest).toBe(Math.max(...runs))
        expect(currentStreak(kept, days.at(-1) ?? null)).toBe(runs.at(-1))
        expect(currentStreak(kept, days.at(-2) ?? null)).toBe(answered.at(-1) ? runs.at(-1) : (runs.at(-2) ?? 0))
      }),
    )
  })

  it('does not care how often an answer is counted', () => {
    const day = fc.nat(20).map((offset) => addDays('2026-01-01', offset))
    fc.assert(
      fc.property(fc.nat(9), day, day, fc.option(day), (current, last, today, previous) => {
        const once = extendStreak(streak(current, current, last), today, previous)
        expect(extendStreak(once, today, previous)).toEqual(once)
      }),
    )
  })
})

describe('the days with a round', () => {
  const days = ['2026-01-09', '2026-01-07', '2026-01-05']
  const held = (latestEnded: boolean, list = days) => ({ days: list, latestEnded })

  it.each([
    ['2026-01-10', '2026-01-09'],
    ['2026-01-09', '2026-01-07'],
    ['2026-01-08', '2026-01-07'],
    ['2026-01-05', null],
  ])('before %s: %s', (day, expected) => {
    expect(dayBefore(held(false), day)).toBe(expected)
  })

  it.each([
    ['the latest one once its rounds are closed', held(true), '2026-01-09'],
    ['the one before as long as it is open', held(false), '2026-01-07'],
    ['none as long as the first one is open', held(false, ['2026-01-09']), null],
    ['none where there were none', held(false, []), null],
  ])('that has ended is %s', (_, list, expected) => {
    expect(endedDay(list)).toBe(expected)
  })
})

it('the best streak is the longest of those that still stand', () => {
  const kept = (current: number, lastDay: string) => ({ streak: streak(current, 9, lastDay), endedRoundDay: '2026-01-06' })
  expect(bestStreak([kept(2, '2026-01-06'), kept(3, '2026-01-07'), kept(7, '2026-01-05')])).toBe(3)
  expect(bestStreak([])).toBe(0)
})
