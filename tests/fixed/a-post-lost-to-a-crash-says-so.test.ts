// A final board, a recap, or a review of duties that was lost because the bot was killed while it posted it was missing without any reason.
import { expect, it, vi } from 'vitest'
import { answerControl } from '../../src/screens/question.ts'
import { openStage, words } from '../bot/stage.ts'

const course = 'data/aws-shared-responsibility'

it.each([
  ['final-board', 'final-board week', ['2026-03-06T09:00Z'], ['2026-03-09T08:00Z', '2026-03-09T08:01Z', '2026-03-09T08:02Z', '2026-03-09T08:03Z']],
  ['weekly', 'weekly on', ['2026-03-06T09:00Z'], ['2026-03-09T08:00Z', '2026-03-09T08:01Z', '2026-03-09T08:02Z', '2026-03-09T08:03Z']],
  ['duties', 'duties on', ['2026-03-31T09:00Z'], ['2026-04-01T09:00Z']],
])('%s tells managers that nobody knows, until it is known', async (line, on, before, due) => {
  const stage = await openStage('2026-03-05T10:00Z', { course })
  for (const each of ['setup 09:00 UTC mon-fri', on]) await stage.type('owner', each)
  for (const moment of before) await stage.until(moment)
  const round = stage.channel.posts.at(-1)?.round ?? ''
  const { key = [] } = (await stage.ledger.rounds.find(round)) ?? {}
  await stage.press('ada', answerControl.text({ round, option: null }), { chosen: key })
  const { announce } = stage.channel.platform
  const arrive: (() => void)[] = []
  Object.assign(stage.channel.platform, {
    announce: (...what: Parameters<typeof announce>) => new Promise((resolve) => void arrive.push(() => resolve(announce(...what)))),
  })
  const beats = (async () => {
    for (const moment of due) await stage.until(moment)
  })()
  await vi.waitFor(() => expect(arrive).toHaveLength(1), { timeout: 60_000 })
  const unknown = 'doesn’t know whether it got there'
  expect(words(await stage.type('owner', line))).toContain(unknown)
  arrive[0]?.()
  await beats
  expect(words(await stage.type('owner', line))).not.toContain(unknown)
  await stage.close()
})
