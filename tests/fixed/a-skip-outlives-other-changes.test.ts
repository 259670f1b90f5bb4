// A question that was set to be skipped was posted after a day off for its date, a pause or other times had come and gone.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage('2026-03-02T10:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
})
afterEach(() => stage.close())

const said = async (line: string) => words(await stage.type('owner', line))

it.each([
  ['a day off', ['off 3 Mar', 'off remove 3 Mar']],
  ['all days off', ['off 3-4 Mar', 'off 5 Mar', 'off remove 3-5 Mar']],
  ['a pause', ['pause', 'resume']],
  ['a pause with an end', ['pause until 9 Mar', 'resume']],
  ['other days of the week', ['settings days=wed,fri', 'settings days=mon-fri']],
  ['another time', ['settings time=08:00', 'settings time=09:30']],
  ['another zone', ['settings zone=Pacific/Kiritimati', 'settings zone=Pacific/Pago_Pago', 'settings zone=UTC']],
  ['public holidays', ['settings holidays=US', 'settings holidays=off']],
])('a skip outlives %s', async (_, lines) => {
  expect(await said('skip')).toContain('The question on Tue, Mar 3 will be skipped.')
  for (const line of lines) await stage.type('owner', line)
  expect(await said('status')).toContain('the one on Tue, Mar 3 will be skipped')
  await stage.until('2026-03-03T11:30Z')
  expect(stage.channel.posts).toHaveLength(0)
  await stage.until('2026-03-04T11:30Z')
  expect(stage.channel.posts).toHaveLength(1)
})

it('a skip can be undone while its date is a day off', async () => {
  await stage.type('owner', 'skip')
  await stage.type('owner', 'off tomorrow')
  expect(await said('skip undo')).toContain('Skip undone')
  expect(await said('skip undo')).toContain('No question is set to be skipped.')
  await stage.type('owner', 'off remove tomorrow')
  await stage.until('2026-03-03T09:00Z')
  expect(stage.channel.posts).toHaveLength(1)
})

it('a skip of a date that is no longer next is named', async () => {
  await stage.type('owner', 'off 3 Mar')
  expect(await said('skip')).toContain('The question on Wed, Mar 4 will be skipped.')
  expect(await said('off remove 3 Mar')).toMatch(/The next question comes Tue, Mar 3.* The one on Wed, Mar 4 will be skipped\./u)
  expect(await said('status')).toContain('Tue, Mar 3, 09:00 (UTC); the one on Wed, Mar 4 will be skipped')
})
