// A control that named February 30 failed in the bot, and whoever pressed it heard that something went wrong.
import { expect, it, onTestFinished } from 'vitest'
import { boardControl } from '../../src/screens/board-control.ts'
import { openStage, words } from '../bot/stage.ts'

it('is no longer active, or shows what is on', async () => {
  const stage = await openStage('2026-03-02T07:00Z')
  onTestFinished(() => stage.close())
  await stage.type('owner', 'setup 09:00 UTC mon-fri')
  for (const days of ['2026-02-30:2026-03-01', '2026-13-01:2026-13-02', '2026-03-01:2026-00-10']) {
    for (const press of [`v1:away-end:${days}`, `v1:away-take-back:${days}`, `v1:off-remove:${days}:0`]) {
      expect(words(await stage.press('owner', press)), press).not.toMatch(/went wrong/iu)
    }
  }
  const board = boardControl.text({ scope: 'place', period: 'week', by: 'points', page: 0, which: '2026-02-30' })
  expect(words(await stage.press('owner', board))).toContain('Leaderboard')
})
