// Days off could only be removed one entry at a time, and one day out of a longer one not at all.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  for (const line of ['off 9-13 Mar "Trip"', 'off 16 Mar "Team day"', 'off 20-24 Mar']) await stage.type('owner', line)
})
afterEach(() => stage.close())

const said = async (line: string) => words(await stage.type('owner', line))
const ranges = async () => (await stage.ledger.quizzes.at('terminal:team:general'))?.off.map(({ from, to, name }) => `${from.slice(8)}-${to.slice(8)} ${name}`.trim())

it('one day out of a longer entry splits it', async () => {
  expect(await said('off remove 11 Mar')).toContain('Removed: Wed, Mar 11, 2026. The other days of Trip stay off.')
  expect(await ranges()).toEqual(['09-10 Trip', '12-13 Trip', '16-16 Team day', '20-24'])
  expect(await said('off remove 11 Mar')).toContain('There’s nothing to remove: Wed, Mar 11, 2026 isn’t off.')
})

it('a range goes out of all entries that it is in', async () => {
  expect(await said('off remove 2026-03-12..2026-03-21')).toContain('The other days of Trip and Fri, Mar 20 – Tue, Mar 24, 2026 stay off.')
  expect(await ranges()).toEqual(['09-11 Trip', '22-24'])
  expect(words(await stage.type('ben', 'off remove 9 Mar'))).toContain('Only managers can do that')
})

it('all of them, when asked first', async () => {
  const ask = await stage.type('owner', 'off remove all')
  expect(words(ask)).toMatch(/Remove all 11 days off\?.*Team day.*\[Remove all 11\].*\[Keep them\]/su)
  expect(words(await stage.press('owner', control(ask, 'Keep them')))).toContain('Team day')
  expect(words(await stage.press('ben', control(ask, 'Remove all 11')))).toContain('Only managers can do that')
  await stage.type('owner', 'off 30 Mar "Late"')
  const again = await stage.press('owner', control(ask, 'Remove all 11'))
  expect(words(again)).toContain('Remove all 12 days off?')
  expect(words(await stage.press('owner', control(again, 'Remove all 12')))).toContain('Removed all coming days off.')
  expect(await ranges()).toEqual([])
  expect(words(await stage.press('owner', control(again, 'Remove all 12')))).toContain('removed already')
  expect(await said('off remove all')).toContain('No days off are coming up.')
})
