// Reminders: once a day at the chosen time on the wall clock, and only on days on which people study.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStale, isStudyDay, nextReminder } from '../../src/core/reminder.ts'
import { day, hour, minute, wallClock } from '../../src/core/time.ts'

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu']

describe('a reminder', () => {
  it('comes next within a day or so, at most five minutes after its time, also when the clocks change', () => {
    fc.assert(fc.property(fc.string(), fc.constantFrom(...zones), fc.integer({ min: 0, max: 365 * 24 * 60 }), fc.nat(23), (account, zone, minutes, at) => {
      const now = Date.UTC(2026, 0, 1) + minutes * minute
      const time = `${String(at).padStart(2, '0')}:30`
      const next = nextReminder(account, { time, zone }, now)
      expect(next).toBeGreaterThan(now)
      expect(next - now).toBeLessThanOrEqual(day + 2 * hour)
      const local = wallClock(next, zone)
      // At the hour that the clocks skip, it comes after it.
      expect([at, at + 1]).toContain(local.hour)
      expect(nextReminder(account, { time, zone }, next)).toBeGreaterThan(next + 20 * hour)
    }))
  })

  it('is spread over minutes, the same ones each day', () => {
    const at = (account: string, now: number) => wallClock(nextReminder(account, { time: '08:30', zone: 'UTC' }, now), 'UTC').minute
    const accounts = Array.from({ length: 50 }, (_, index) => `slack:T1/U${index}`)
    expect(new Set(accounts.map((account) => at(account, 0))).size).toBe(5)
    for (const account of accounts) expect(at(account, day)).toBe(at(account, 0))
  })

  it('is silent on days on which no quiz runs; without any, at weekends', () => {
    const [monday, saturday] = [Date.UTC(2026, 2, 2, 9), Date.UTC(2026, 2, 7, 9)]
    expect([monday, saturday].map((now) => isStudyDay([], now, 'UTC'))).toEqual([true, false])
    expect([monday, saturday].map((now) => isStudyDay([{ days: [2], off: [] }, { days: [6], off: [] }], now, 'UTC'))).toEqual([false, true])
  })

  it('is given up when it is late by more than an hour', () => {
    expect([isStale(0, hour), isStale(0, hour + 1)]).toEqual([false, true])
  })
})
