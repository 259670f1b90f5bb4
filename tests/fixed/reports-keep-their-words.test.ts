// A second report without words deleted those of the first, and a last question mark was taken for a slip of typing.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

let stage: Stage
afterEach(() => stage.close())

async function open(): Promise<void> {
  stage = await openStage('2026-03-09T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri open=4h')
  await stage.until('2026-03-09T09:00Z')
}

it('also after a second one by button, whatever it says is wrong', async () => {
  await open()
  await stage.type('ada', 'report wrong I think A is right too')
  for (const label of ['Wrong answer', 'Unclear']) {
    const updated = await stage.press('ada', control(await stage.type('ada', 'report'), label))
    expect([updated.title, words(updated)]).toEqual(['Report updated', expect.stringContaining('I think A is right too')])
  }
  expect(words(await stage.type('owner', 'reports'))).toContain('“I think A is right too”')
})

it.each(['What?', 'Is it "A" or B?!', 'No. Really...', 'Why not A ?'])('with the signs that end them: %s', async (said) => {
  await open()
  expect(words(await stage.type('ada', `report unclear ${said}`))).toContain(`\n${said}`)
})

it('a kind may end in a sign, and the reason of a correction keeps its own', async () => {
  await open()
  expect(words(await stage.type('ada', 'report typo!'))).toContain('Typo: ')
  const confirm = await stage.type('owner', 'correct void today why Two are right, or not?')
  expect([confirm.title, words(confirm)]).toEqual(['Void this question?', expect.stringContaining('Why: Two are right, or not?')])
  expect((await stage.type('owner', 'correct today?')).name).toBe('correct-round')
})
