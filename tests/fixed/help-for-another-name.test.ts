// “help leaderboard” and “help bord” showed the list of all commands, without a word on what was asked.
import { afterEach, expect, it } from 'vitest'
import { openStage, words, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

it.each(['help board', 'help /study board', 'help leaderboard', 'help BOARD month'])('“%s” explains the board', async (line) => {
  stage = await openStage('2026-03-02T07:00Z')
  expect(words(await stage.type('bob', line))).toContain('This week, this month, this season, or all time')
})

it('a mistyped command is named, with the nearest one', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  expect(words(await stage.type('bob', 'help bord'))).toContain('There’s no command “bord”. Did you mean “board”?')
  expect(words(await stage.type('bob', 'help cooking'))).toContain('There’s no command “cooking”.')
})
