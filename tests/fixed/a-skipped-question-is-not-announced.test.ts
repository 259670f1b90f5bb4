// After a skip people were told that the next question comes on the very date that is left out.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const left = 'The question on Tue, Mar 3 will be skipped. The next one comes Wed, Mar 4, 09:00 (Europe/Berlin).'

async function skipped(): Promise<void> {
  stage = await openStage('2026-03-02T09:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri')
  await stage.type('ada', 'skip')
}

it('the next question is the one after the skipped one, wherever it is named', async () => {
  await skipped()
  expect(words(await stage.type('bob', 'today'))).toContain(left)
  expect(words(await stage.type('bob', 'status'))).toContain('Wed, Mar 4, 09:00 (Europe/Berlin); the one on Tue, Mar 3 will be skipped')
  await stage.type('ada', 'pause')
  expect(words(await stage.type('ada', 'resume'))).toContain(left)
  expect(words(await stage.type('ada', 'skip undo'))).toContain('The next question comes Tue, Mar 3, 09:00 (Europe/Berlin).')
})

it('a skip during a pause leaves out a date that is still to come', async () => {
  await skipped()
  await stage.type('ada', 'pause')
  stage.clock.now = Date.parse('2026-03-10T09:00Z')
  expect(words(await stage.type('ada', 'skip'))).toContain('Wed, Mar 11')
  await stage.type('ada', 'resume')
  await stage.until('2026-03-11T08:00Z')
  await stage.until('2026-03-12T08:00Z')
  expect(stage.channel.posts).toHaveLength(1)
})
