// “open=auto” was understood and answered with “Settings saved”, but the number of hours from before stayed.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

it('a round that was open for hours is open until an hour before the next one again', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri open=8h')
  expect(words(await stage.type('ada', 'status'))).toContain('Open: 8 h')
  expect(words(await stage.type('ada', 'settings open=auto'))).toContain('Open: Until an hour before the next question')
})
