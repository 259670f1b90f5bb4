// Once the daily question was posted, the introduction still said when the first one comes, with a button to post it.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

const redrawn = () => stage.channel.announced[0]?.redrawn

it.each([
  ['the daily question', () => stage.until('2026-03-02T08:00Z')],
  ['an extra one', () => stage.type('ada', 'now')],
])('loses its button when %s is posted', async (_, post) => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri topics=repairs')
  expect(redrawn()).toBeUndefined()
  await post()
  const screen = redrawn()
  expect(screen && words(screen)).toMatch(/set up a daily question here/u)
  expect(screen && words(screen)).not.toMatch(/first question/iu)
})
