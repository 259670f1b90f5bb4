// A season that was over said “Nobody answered a question in this season” to the very people who had: its only question was voided, or those
// who answered hide. The week that was over said who would take the lead.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { boardControl } from '../../src/screens/board-control.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { control } from '../features/session-screens.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage('2026-03-02T08:00Z')
  await stage.type('owner', 'setup 09:00 UTC mon-fri topics=repairs open=1h')
  await stage.type('owner', 'season 2026-03-02 - 2026-03-03 "Cup"')
  await stage.until('2026-03-02T09:00Z')
  const round = stage.channel.posts.at(-1)?.round ?? ''
  await stage.press('ben', answerControl.text({ round, option: stage.optionsOf(round).right }))
  await stage.until('2026-03-02T10:01Z')
})
afterEach(() => stage.close())

it.each([
  ['voided', async () => void (await stage.press('owner', control(await stage.type('owner', 'correct void 2 Mar'), 'Void it')))],
  ['hidden', async () => void (await stage.type('ben', 'privacy hide'))],
])('and says only that nobody is on it: %s', async (_, vanish) => {
  await vanish()
  await stage.until('2026-03-09T08:00Z')
  const ofWeek = boardControl.text({ scope: 'place', period: 'week', by: 'points', page: 0, which: '2026-03-02' })
  for (const board of [words(await stage.type('ada', 'board season Cup')), words(await stage.press('ada', ofWeek))]) {
    expect(board).toContain('Nobody is on this leaderboard. It leaves out hidden people and voided questions.')
    expect(board).not.toMatch(/Nobody answered|takes the lead|begins with/u)
  }
})

it('and who answered was there all the same', async () => {
  await stage.press('owner', control(await stage.type('owner', 'correct void 2 Mar'), 'Void it'))
  await stage.until('2026-03-09T08:00Z')
  expect(words(await stage.type('ada', 'board days season=Cup'))).toContain('ben')
})
