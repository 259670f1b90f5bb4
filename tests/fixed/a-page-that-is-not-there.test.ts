// “board week here 2” on a board of one page showed page 1 and said nothing of it.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { answerControl } from '../../src/screens/question.ts'

let stage: Stage
afterEach(() => stage.close())

it('says that there is no such page, and which one it shows', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  await stage.until('2026-03-02T08:00Z')
  const { round = '' } = stage.channel.posts[0] ?? {}
  await stage.press('bob', answerControl.text({ round, option: stage.optionsOf(round).right }))
  const second = words(await stage.type('bob', 'board week here 2'))
  expect(second).toContain('There’s no page 2. This leaderboard has only one page.')
  expect(second).toContain('Page 1 of 1')
  expect(words(await stage.type('bob', 'board week here 1'))).not.toMatch(/no page|Page 1/u)
})
