// With an extra question open, “today” showed that one only: whoever had answered it did not see that the daily one still waited.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

const choicesOf = (screen: Awaited<ReturnType<Stage['type']>>): string | undefined => screen.blocks.flatMap((block) => (block.kind === 'choices' ? [block.id] : []))[0]

it('today shows the question that one has yet to answer, and leads to the other', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  await stage.until('2026-03-02T08:00Z')
  await stage.type('ada', 'now')
  await stage.until('2026-03-02T08:01Z')
  const [daily = '', extra = ''] = stage.channel.posts.map(({ round }) => round)
  expect(choicesOf(await stage.type('bob', 'today'))).toBe(extra)
  await stage.press('bob', answerControl.text({ round: extra, option: stage.optionsOf(extra).right }))
  expect(choicesOf(await stage.type('bob', 'today'))).toBe(daily)
  expect(words(await stage.type('bob', 'today'))).toContain('[Extra question]')
  await stage.press('bob', answerControl.text({ round: daily, option: stage.optionsOf(daily).right }))
  expect(words(await stage.type('bob', 'today'))).toMatch(/^You already answered\n[^]*\[Daily question\]$/u)
})
