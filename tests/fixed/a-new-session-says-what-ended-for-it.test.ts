// Asking for other questions threw the running practice away without a word.
import { afterEach, expect, it } from 'vitest'
import { control } from '../features/session-screens.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage?.close())

it('says how much of the earlier one was done, and that its answers are saved', async () => {
  stage = await openStage('2026-03-02T12:00Z')
  const card = await stage.type('ada', 'cards 2')
  await stage.press('ada', control(await stage.press('ada', control(card, 'Show the answer')), 'Good'))
  expect(words(await stage.type('ada', 'cards 1'))).toContain('Your earlier session ended with 1 of 2 done. Your answers in it are saved.')
  expect(words(await stage.type('ada', 'cards'))).not.toContain('Your earlier session')
})

it.each([['practice 2', 'practice 1'], ['cards 3', 'cards 2'], ['drill 3', 'drill 2']])('after %s without an answer, %s has nothing to say of it', async (first, second) => {
  stage = await openStage('2026-03-02T12:00Z')
  await stage.type('ada', first)
  expect(words(await stage.type('ada', second))).not.toContain('Your earlier session')
})

it('a session that was through says nothing when another begins', async () => {
  stage = await openStage('2026-03-02T12:00Z')
  const card = await stage.type('ada', 'cards 1')
  await stage.press('ada', control(await stage.press('ada', control(card, 'Show the answer')), 'Good'))
  expect(words(await stage.type('ada', 'cards 2'))).not.toContain('Your earlier session')
})
