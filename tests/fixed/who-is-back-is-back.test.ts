// Somebody who came back was told that questions count again, while other days away that they had noted for the same time went on.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage('2026-11-27T10:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  for (const line of ['away 27 Nov - 4 Dec', 'away 30 Nov', 'away 5-31 Dec', 'away 4-8 Jan']) await stage.type('ben', line)
  await stage.until('2026-11-30T10:00Z')
})
afterEach(() => stage.close())

const ranges = async () => (await stage.ledger.absences.of('terminal:team', 'terminal:team:ben')).map(({ from, to }) => `${from.slice(5)}..${to.slice(5)}`)

it.each(['I’m back', 'away back'])('%s ends all of it, and says when the next days away begin', async (how) => {
  const screen = how === 'away back' ? await stage.type('ben', how) : await stage.press('ben', control(await stage.type('ben', 'away'), how))
  expect(words(screen)).toContain('Welcome back. Questions count for your streak again, until you’re away again from Mon, Jan 4, 2027.')
  expect(words(screen)).not.toContain('You’re away until')
  expect(await ranges()).toEqual(['11-27..11-29', '01-04..01-08'])
})

it('days away that others cover are still days away', async () => {
  await stage.type('ben', 'away 6 Jan')
  const list = await stage.type('ben', 'away')
  expect(words(await stage.press('ben', control(list, 'Remove 4')))).toContain('Removed: Mon, Jan 4 – Fri, Jan 8, 2027. You’re still away Wed, Jan 6, 2027.')
})
