// A wrong letter after a right answer was met with “Right”, as if the new letter had been right.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

async function begin(first: 'right' | 'wrong'): Promise<{ readonly round: string; readonly right: string; readonly wrong: string }> {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  await stage.until('2026-03-02T08:00Z')
  const round = stage.channel.posts[0]?.round ?? ''
  const options = stage.optionsOf(round)
  await stage.press('bob', answerControl.text({ round, option: options[first] }))
  return { round, ...options }
}

it.each(['right', 'wrong'] as const)('any letter after a %s answer says that one has answered, with what and the verdict on that', async (first) => {
  const { round, right, wrong } = await begin(first)
  for (const option of [right, wrong]) {
    const again = await stage.press('bob', answerControl.text({ round, option }))
    expect(again).toMatchObject({ title: 'You already answered', tone: 'plain' })
    expect(words(again)).toMatch(first === 'right' ? /You answered [A-F]: .*\nThat was right\. Your first answer counts\./u : /You answered [A-F]: .*\nThe answer is [A-F]: .*\nYour first answer counts\./u)
  }
  expect((await stage.type('bob', 'today')).title).toBe('You already answered')
})

it('also after the close', async () => {
  const { round, wrong } = await begin('right')
  await stage.until('2026-03-03T07:00Z')
  const late = await stage.press('bob', answerControl.text({ round, option: wrong }))
  expect(late.title).toBe('You already answered')
  expect(words(late)).toMatch(/This question is closed\. You answered [A-F]: .*\nThat was right\./u)
  const nobody = await stage.press('cyd', answerControl.text({ round, option: wrong }))
  expect(nobody.title).toBe('This question is closed')
})
