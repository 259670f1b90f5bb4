// Whoever had answered and typed “today” read right or wrong and why, and nowhere what had been asked.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

it('today shows the question beside the answer that was given', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  await stage.until('2026-03-02T08:00Z')
  const { round = '', screen } = stage.channel.posts[0] ?? {}
  const asked = screen?.blocks[0]
  const stem = asked?.kind === 'paragraph' ? String(asked.text[0]) : 'no question'
  const { right } = stage.optionsOf(round)
  expect(words(await stage.press('bob', answerControl.text({ round, option: right })))).not.toContain(stem)
  const again = words(await stage.type('bob', 'today'))
  expect(again).toContain('You already answered')
  expect(again).toContain(stem)
})
