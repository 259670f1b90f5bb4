// After a daily and an extra question closed close together, last showed only one of them.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

it('last shows the latest closed question with a button for the other', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs open=1h')
  await stage.until('2026-03-02T08:00Z')
  await stage.until('2026-03-02T08:01Z')
  await stage.type('ada', 'now')
  await stage.until('2026-03-02T09:30Z')
  expect(words(await stage.type('bob', 'last'))).toMatch(/\[(?:Daily|Extra) question\]$/u)
  await stage.until('2026-03-03T08:00Z')
  await stage.until('2026-03-03T09:30Z')
  await stage.until('2026-03-04T08:00Z')
  await stage.until('2026-03-04T09:30Z')
  expect(words(await stage.type('bob', 'last'))).not.toMatch(/\[(?:Daily|Extra) question\]/u)
})
