// A season that began some weeks ago was refused as too long ago, unless its year was typed. Its leaderboard has the answers from before.
import { expect, it } from 'vitest'
import { openStage, words } from '../bot/stage.ts'

it('a date of the last weeks without a year is this year’s', async () => {
  const stage = await openStage('2026-03-20T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  expect(words(await stage.type('owner', 'season 2 Mar - 30 Apr "Spring"'))).toContain('Added: Spring (Mon, Mar 2 – Thu, Apr 30, 2026).')
  expect(words(await stage.type('owner', 'season 4 Jan - 15 Jan "Winter"'))).toContain('Added: Winter (Mon, Jan 4 – Fri, Jan 15, 2027).')
  await stage.close()
})
