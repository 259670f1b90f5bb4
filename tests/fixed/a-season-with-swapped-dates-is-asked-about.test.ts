// `season 2 Dec - 1 Dec` became a season of a whole year, and with a year at its end one that had lasted a year already.
import { expect, it } from 'vitest'
import { openStage, words } from '../bot/stage.ts'

it('whoever means almost a year over New Year writes both years; a school year needs none', async () => {
  const stage = await openStage('2026-11-30T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  const said = async (line: string) => words(await stage.type('owner', line))
  for (const dates of ['2 Dec - 1 Dec', '2 Dec 2026 - 1 Dec', '2 Dec - 1 Dec 2027', '2 Dec - 1 Dec 2026']) {
    expect(await said(`season ${dates} "Winter"`), dates).toContain('Did you mean 1 Dec – 2 Dec? If not, write both years.')
  }
  expect(await said('season 20 Dec - 1 Dec "Winter"')).toContain('is 347 days. Did you mean 1 Dec – 20 Dec?')
  expect(await said('season')).toContain('No seasons yet')
  expect(await said('season 1 Sep - 31 Jul "School year"')).toContain('Added: School year (Wed, Sep 1, 2027 – Mon, Jul 31, 2028).')
  expect(await said('season 2 Dec 2026 - 31 Aug 2027 "Winter"')).toContain('Added: Winter')
  await stage.close()
})
