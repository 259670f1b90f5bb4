// The home page offered a last answer where no question had closed, whole help for a look-up, and privacy as a command to type.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { runControl } from '../../src/screens/control.ts'

let stage: Stage
afterEach(() => stage.close())

const home = async () => words((await stage.send({ kind: 'home', place: null } as never, 'ada')).screen)

it('offers the last answer once a question has closed', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs open=1h')
  await stage.until('2026-03-02T08:00Z')
  expect(await home()).not.toContain('[Last answer]')
  await stage.until('2026-03-02T09:01Z')
  expect(await home()).toContain('[Last answer]')
})

it('says in one line how to look something up, with an example of the course', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  expect(words(await stage.press('ada', 'v1:how-to-look-up'))).toMatch(/^Look something up\n[^\n]*\/study lookup [^\n]+$/u)
})

it('hides and shows somebody by buttons', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  expect(words(await stage.type('ada', 'privacy'))).toContain('[Hide me]')
  expect(words(await stage.press('ada', runControl.text({ line: 'privacy hide' })))).toMatch(/You’re hidden[^]*\[Show me\]/u)
})
