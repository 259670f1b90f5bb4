// The two kinds of time and the way between them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateExists, instantOf, isWithin, knownZone, localDate } from '../../src/core/time.ts'
import { instant, localTime as anyTime, moment, zone } from './zones.ts'

/** The time on the wall clock of `zone` at `at`, to the minute. */
function localTime(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

describe('a zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    [' UTC ', 'UTC'],
    ['Europe/Nowhere', undefined],
    ['', undefined],
    ['../etc/passwd', undefined],
  ])('named %j is known as %j', (name, known) => {
    expect(knownZone(name)).toBe(known)
  })
})

describe('a wall clock', () => {
  it.each([
    ['2026-01-01T00:30:00Z', 'America/New_York', '2025-12-31', '19:30'],
    ['2026-07-01T22:00:00Z', 'Europe/Berlin', '2026-07-02', '00:00'],
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29', '23:59'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31', '00:00'],
    ['2026-06-15T12:00:00Z', 'Asia/Kathmandu', '2026-06-15', '17:45'],
  ])('at %s in %s shows %s %s', (at, zone, date, time) => {
    expect(localDate(instant(at), zone)).toBe(date)
    expect(localTime(instant(at), zone)).toBe(time)
  })
})

describe('the moment of a local time', () => {
  it.each([
    ['skipped, so an hour later', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T03:30-04:00'],
    ['doubled, so the first', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T01:30-04:00'],
    ['skipped', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T03:30+02:00'],
    ['doubled', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T02:30+02:00'],
    ['skipped by half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-04T02:45+11:00'],
    ['doubled by half an hour', '2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-05T01:45+11:00'],
    ['skipped at midnight', '2026-04-24', '00:00', 'Africa/Cairo', '2026-04-24T01:00+03:00'],
    ['doubled before midnight', '2026-10-29', '23:30', 'Africa/Cairo', '2026-10-29T23:30+03:00'],
    ['skipped up to midnight, so on the next date', '2026-03-28', '23:30', 'America/Nuuk', '2026-03-29T00:30-01:00'],
    ['as any other', '2026-07-01', '09:00', 'Europe/Berlin', '2026-07-01T09:00+02:00'],
  ])('%s: %s %s in %s is %s', (_, date, time, zone, expected) => {
    expect(instantOf(date, time, zone)).toBe(instant(expected))
  })

  it('shows that time on the wall, unless the clocks skip it', () => {
    fc.assert(
      fc.property(moment, anyTime, zone, (at, time, zone) => {
        const date = localDate(at, zone)
        const moment = instantOf(date, time, zone)
        const shown = `${localDate(moment, zone)} ${localTime(moment, zone)}`
        // No gap is longer than two hours, so a moment that shows the time would be found here.
        const around = Array.from({ length: 241 }, (_, minutes) => moment + (minutes - 120) * 60_000)
        const skipped = around.every((at) => `${localDate(at, zone)} ${localTime(at, zone)}` !== `${date} ${time}`)
        expect(shown === `${date} ${time}`).toBe(!skipped)
        expect(shown >= `${date} ${time}`).toBe(true)
      }),
    )
  })
})

describe('a date', () => {
  it('that a zone left out does not exist there', () => {
    expect(dateExists('2011-12-30', 'Pacific/Apia')).toBe(false)
    expect(dateExists('2011-12-29', 'Pacific/Apia')).toBe(true)
    expect(dateExists('2011-12-30', 'Europe/Berlin')).toBe(true)
  })

  it('exists if a clock shows it', () => {
    fc.assert(
      fc.property(moment, zone, (at, zone) => {
        expect(dateExists(localDate(at, zone), zone)).toBe(true)
      }),
    )
  })

  it('has a day after it and a day before', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })
})

it('a span begins with its first moment, ends before its last, and is over if the clock was set back before it', () => {
  const span = { since: 10, until: 20 }
  expect([9, 10, 15, 19, 20, 21].map((now) => isWithin(span, now))).toEqual([false, true, true, true, false, false])
})
