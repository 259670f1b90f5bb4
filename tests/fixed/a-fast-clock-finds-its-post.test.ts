// The machine's clock was some minutes ahead of the platform's: the post that was looked for lay before the time from which the
// channel was read, counted as not there, and was made a second time.
import { expect, test } from 'vitest'
import { notice } from '../../src/screens/notice.ts'
import { openStage as openDiscordStage } from '../platforms/discord/stage.ts'
import { openStage as openSlackStage } from '../platforms/slack/stage.ts'
import type { Screen } from '../../src/screens/screen.ts'
import { answerControl } from '../../src/screens/question.ts'

const ahead = 40 * 60_000
const round = 'feedfacecafebeef'

const question: Screen = {
  ...notice('Question of the day', [['Which?']]),
  blocks: [{ kind: 'choices', id: round, pick: 1, options: ['a', 'b'].map((id) => ({ id, letter: id.toUpperCase(), text: [`Option ${id}`], control: answerControl.text({ round, option: id }) })), several: answerControl.text({ round, option: null }), chosen: [] }],
}

test('a post is found on Slack by a machine whose clock is ahead', async () => {
  const { start, platform, place } = await openSlackStage()
  await start()
  const message = await platform.post(place, question, round)
  expect(await platform.find(place, round, Date.now() + ahead)).toBe(message)
})

test('a post is found on Discord by a machine whose clock is ahead', async () => {
  const { start, platform, place } = await openDiscordStage()
  await start()
  const message = await platform.post(place, question, round)
  expect(await platform.find(place, round, Date.now() + ahead)).toBe(message)
})
