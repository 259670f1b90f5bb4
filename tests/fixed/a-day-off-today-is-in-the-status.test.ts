// `off today`, once today's question was out, wasn't in the status; nor was any day off before the next question while that was skipped or
// questions were paused.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage('2026-11-23T07:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs')
  await stage.until('2026-11-23T09:00Z')
})
afterEach(() => stage.close())

const status = async () => words(await stage.type('owner', 'status'))

it('until it’s over, and once', async () => {
  await stage.type('owner', 'off today "Retreat"')
  expect(await status()).toMatch(/Days off:? *Retreat \(Mon, Nov 23, 2026\)/u)
  await stage.type('owner', 'off tomorrow "Trip"')
  expect((await status()).match(/Trip/gu)).toHaveLength(1)
  await stage.until('2026-11-24T08:00Z')
  expect(await status()).not.toContain('Retreat')
})

it.each(['skip', 'pause until 10 Dec', 'pause'])('also after %s', async (line) => {
  await stage.type('owner', 'off today "Retreat"')
  await stage.type('owner', 'off 25 Nov "Trip"')
  await stage.type('owner', line)
  expect(await status()).toMatch(/Days off:? *Retreat \(Mon, Nov 23, 2026\) · Trip \(Wed, Nov 25, 2026\)/u)
})
