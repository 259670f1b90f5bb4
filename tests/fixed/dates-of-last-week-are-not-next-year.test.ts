// `away 25 Nov` on November 30 was noted for next year, and `off remove` of one day removed the whole range it was in.
import { expect, it } from 'vitest'
import { readDates } from '../../src/commands/values/dates.ts'
import { openStage, words } from '../bot/stage.ts'

it.each(['25 Nov', 'Nov 25', '25.11.', '10 Nov - 19 Nov', '24-26 Nov'])('“%s”, without a year, is told to be over', (typed) => {
  expect(readDates(typed, '2026-11-30')).toMatchObject({ problem: expect.stringContaining('If you mean 2027, write the year.') })
})

it.each([['27 Nov', '2026-11-27'], ['25 Nov 2027', '2027-11-25'], ['24 Dec - 2 Jan', '2026-12-24'], ['15 Aug', '2027-08-15'], ['today', '2026-11-30']])('“%s” is read as before', (typed, from) => {
  expect(readDates(typed, '2026-11-30')).toMatchObject({ value: { from } })
})

it('one day of a range isn’t taken for all of it', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  await stage.type('owner', 'off 13-31 Mar "Trip"')
  const told = words(await stage.type('owner', 'off remove 18 Mar'))
  expect(told).toContain('Removed: Wed, Mar 18, 2026. The other days of Trip stay off.')
  expect(words(await stage.type('owner', 'off remove 13-31 Mar'))).toContain('No days off are coming up.')
  await stage.close()
})
