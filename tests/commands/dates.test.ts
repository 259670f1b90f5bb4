// Dates and ranges as people type them, on Wednesday, November 25, 2026.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDates } from '../../src/commands/values/dates.ts'

const today = '2026-11-25'
const read = (text: string): string => {
  const found = readDates(text, today)
  if ('problem' in found) return found.problem
  const { from, to, name } = found.value
  return `${from}${from === to ? '' : `..${to}`}${name === '' ? '' : ` ${name}`}`
}

describe('dates', () => {
  it.each([
    ['2026-12-24..2027-01-02 "Winter break"', '2026-12-24..2027-01-02 Winter break'],
    ['2026-12-24', '2026-12-24'],
    ['2026-12-24-2026-12-28', '2026-12-24..2026-12-28'],
    ['24 Dec - 2 Jan', '2026-12-24..2027-01-02'],
    ['Dec 24 to Jan 2', '2026-12-24..2027-01-02'],
    ['24 dec–2 jan Winter break', '2026-12-24..2027-01-02 Winter break'],
    ['December 24th-January 2nd', '2026-12-24..2027-01-02'],
    ['24th of December 2026 Christmas Eve', '2026-12-24 Christmas Eve'],
    ['Dec 24 2026 to Jan 2 2027', '2026-12-24..2027-01-02'],
    ['between 24 Dec and 2 Jan', '2026-12-24..2027-01-02'],
    ['from 24 Dec until 2 Jan "X"', '2026-12-24..2027-01-02 X'],
    ['24-28 Dec', '2026-12-24..2026-12-28'],
    ['Dec 24 - 28, 2027', '2027-12-24..2027-12-28'],
    ['24.12.-28.12.', '2026-12-24..2026-12-28'],
    ['12/24/2026', '2026-12-24'],
    ['tomorrow', '2026-11-26'],
    ['yesterday', '2026-11-24'],
    ['Nov 23', '2026-11-23'],
    ['Feb 29', '2028-02-29'],
    ['next Friday', '2026-11-27'],
    ['next wednesday', '2026-12-02'],
    ['Wednesday', '2026-11-25'],
    ['mon - wed Offsite', '2026-11-30..2026-12-02 Offsite'],
    ['this week', '2026-11-25..2026-11-29'],
    ['next week', '2026-11-30..2026-12-06'],
    ['this weekend', '2026-11-28..2026-11-29'],
    ['next month', '2026-12-01..2026-12-31'],
    ['for 3 days', '2026-11-25..2026-11-27'],
    ['two weeks', '2026-11-25..2026-12-08'],
    ['tomorrow for 3 days', '2026-11-26..2026-11-28'],
    ['until Friday', '2026-11-25..2026-11-27'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    ['3/4', '“3/4” can be read in two ways. Write the month as a word: 4 Mar or 3 Apr.'],
    ['24 Dec, 31 Dec', 'I read “24 Dec, 31 Dec” as Thu, Dec 24, 2026, but not “, 31 Dec”. Write one day or one range at a time.'],
    ['tomorrow and Friday', 'but not “and Friday”'],
    ['2026-12-24..', 'I read the first day as Thu, Dec 24, 2026, but there’s no last day I understand'],
    ['2027-01-02..2026-12-24', 'ends before it begins: I read it as Sat, Jan 2, 2027 to Thu, Dec 24, 2026.'],
    ['30 Feb', 'There’s no date “30 feb” in the calendar.'],
    ['Dec', '“Dec” isn’t a date I understand.'],
    ['banana', 'Write dates such as 2026-12-24, 24 Dec - 2 Jan, tomorrow, or next week.'],
    ['', 'There’s no date here.'],
  ])('%s is refused with what was understood', (text, expected) => expect(read(text)).toContain(expected))

  it('never fails, and reads what it writes', () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(read(text)).toBeTypeOf('string')))
    const date = fc.nat(900).map((offset) => Temporal.PlainDate.from(today).add({ days: offset }).toString())
    fc.assert(fc.property(date, date, (one, other) => void expect(read([one, other].toSorted().join(' - '))).toBe([...new Set([one, other].toSorted())].join('..'))))
  })
})
