// Settings that a manager changed in the minute in which a round was due made its date vanish, without a round and without a reason.
import { afterEach, expect, it } from 'vitest'
import { openStage, type Stage } from '../bot/stage.ts'

let stage: Stage
afterEach(() => stage.close())

it('a round that is due is posted although its settings change before the beat', async () => {
  stage = await openStage('2026-03-02T07:00Z')
  await stage.type('ada', 'setup 09:00 Europe/Berlin mon-fri')
  stage.clock.now = Date.parse('2026-03-02T08:00:20Z')
  await stage.type('ada', 'settings 15:00')
  await stage.bot.tick()
  expect(stage.channel.posts).toHaveLength(1)
  await stage.until('2026-03-03T14:00Z')
  expect(stage.channel.posts).toHaveLength(2)
})
