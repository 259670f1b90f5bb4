// `24 Dec - 2 Jan`, the bot's own example, was refused in March; `1 Dec - 30 Nov` was a whole year off; `1 Sep - 20 Dec 2026` was refused in November.
import { expect, it } from 'vitest'
import { readDates } from '../../src/commands/values/dates.ts'
import { openStage, words } from '../bot/stage.ts'

const read = (typed: string, today: string): string => {
  const found = readDates(typed, today)
  return 'problem' in found ? found.problem : `${found.value.from}..${found.value.to}`
}

it.each([
  ['24 Dec - 2 Jan', '2026-03-02', '2026-12-24..2027-01-02'], ['24 Dec - 2 Jan', '2026-02-05', '2026-12-24..2027-01-02'], ['10 Sep - 19 Sep', '2026-11-30', '2027-09-10..2027-09-19'],
  ['1 Sep - 20 Dec 2026', '2026-11-30', '2026-09-01..2026-12-20'], ['24 Dec - 2 Jan 2027', '2026-11-30', '2026-12-24..2027-01-02'], ['24.12. - 2.1.27', '2026-11-30', '2026-12-24..2027-01-02'],
  ['1 Dec 2026 - 30 Nov 2027', '2026-11-30', '2026-12-01..2027-11-30'], ['15 Nov - 30 Jun', '2026-11-14', '2026-11-15..2027-06-30'], ['29 Feb - 5 Mar 2028', '2026-11-30', '2028-02-29..2028-03-05'],
])('“%s” on %s is %s', (typed, today, meant) => expect(read(typed, today)).toBe(meant))

it.each([
  ['1 Dec - 30 Nov', '2026-11-30', '30 Nov – 1 Dec'], ['6 Mar - 5 Mar', '2026-03-04', '5 Mar – 6 Mar'], ['5 Mar - 3 Mar', '2026-03-04', '3 Mar – 5 Mar'],
  ['tomorrow - 30 Nov', '2026-11-30', '30 Nov – 1 Dec'], ['1 Dec - 30 Nov 2026', '2026-11-30', '30 Nov – 1 Dec'],
])('“%s” on %s is asked about: %s', (typed, today, meant) => {
  expect(read(typed, today)).toContain(`Did you mean ${meant}? If not, write both years.`)
  expect(read(meant, today)).toMatch(/^\d{4}-/u)
})

it('in the commands, and days off are removed as they are listed', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  expect(words(await stage.type('ben', 'away 24 Dec - 2 Jan'))).toContain('Noted: Thu, Dec 24, 2026 – Sat, Jan 2, 2027.')
  expect(words(await stage.type('owner', 'off 24 Dec - 2 Jan "Winter break"'))).toContain('Off: Winter break (Thu, Dec 24, 2026 – Sat, Jan 2, 2027).')
  expect(words(await stage.type('owner', 'off 1 Apr - 31 Mar'))).toContain('Did you mean 31 Mar – 1 Apr?')
  expect(words(await stage.type('owner', 'off remove 24 Dec'))).toContain('Removed: Thu, Dec 24, 2026. The other days of Winter break stay off.')
  expect(words(await stage.type('owner', 'season 1 Sep - 30 Jun "School year"'))).toContain('Added: School year (Tue, Sep 1, 2026 – Wed, Jun 30, 2027).')
  await stage.close()
})

it('also shortly after the same dates of last year', async () => {
  const stage = await openStage('2026-01-05T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  await stage.type('owner', 'off 24 Dec 2026 - 2 Jan 2027 "Winter break"')
  expect(words(await stage.type('owner', 'off remove 24 Dec'))).toContain('Removed: Thu, Dec 24, 2026.')
  expect(words(await stage.type('ben', 'away 24 Dec'))).toContain('Dec 24 was 12 days ago, which is too long ago. If you mean 2026, write the year.')
  await stage.close()
})
