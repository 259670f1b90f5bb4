// Study days, by known values.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedDay, endedDay, studyDay } from '../../src/core/study-day.ts'
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

describe('the days with a round', () => {
  const days = ['2026-01-09', '2026-01-07', '2026-01-05']
  const held = (latestEnded: boolean, list = days) => ({ days: list, latestEnded })

  it.each([
    ['the latest one once its rounds are closed', held(true), '2026-01-09'],
    ['the one before as long as it is open', held(false), '2026-01-07'],
    ['none as long as the first one is open', held(false, ['2026-01-09']), null],
    ['none where there were none', held(false, []), null],
  ])('that has ended is %s', (_, list, expected) => {
    expect(endedDay(list)).toBe(expected)
  })
})
