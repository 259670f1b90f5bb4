// “quizzes 9” showed page 1 and “board 0” showed page 1 too, and neither said so.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin topics=repairs')
})
afterEach(() => stage.close())

const type = async (line: string) => words(await stage.type('ada', line))

it.each(['9', '0'])('“quizzes %s” of one page', async (page) => {
  expect(await type(`quizzes ${page}`)).toContain(`There’s no page ${page}. This list has only one page.`)
  expect(await type('quizzes 1')).not.toContain('no page')
})

it('names the page that is shown where there are several', async () => {
  for (let n = 0; n < 10; n += 1) await stage.type('ada', 'setup 09:00 Europe/Berlin topics=repairs', `terminal:team:${n}`)
  expect(await type('quizzes 9')).toContain('There’s no page 9. This is page 3, the last one.')
  expect(await type('quizzes 0')).toContain('There’s no page 0. This is page 1.')
  expect(await type('quizzes 2')).not.toContain('no page')
})

it('“board 0”', async () => {
  expect(await type('board 0')).toContain('There’s no page 0. This leaderboard has only one page.')
})
