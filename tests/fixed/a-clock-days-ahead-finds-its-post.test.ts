// The machine's clock was hours or days ahead: a post whose answer had broken off was looked for after the time at which it stands,
// counted as not there, and was made a second time.
import { expect, test } from 'vitest'
import { notice } from '../../src/screens/notice.ts'
import { openStage as openDiscordStage } from '../platforms/discord/stage.ts'
import { openStage as openSlackStage } from '../platforms/slack/stage.ts'

const hour = 3_600_000
const ahead = [3 * hour, 72 * hour, 365 * 24 * hour]
const [round, other] = ['feedfacecafebeef', 'cafebeeffeedface']
const question = notice('Question of the day', [['Which?']])

test.each(ahead)('a post is found on Slack by a machine whose clock is %i ms ahead', async (by) => {
  const { start, platform, place } = await openSlackStage()
  await start()
  const message = await platform.post(place, question, round)
  for (let after = 0; after < 20; after++) await platform.post(place, question, `00000000000000${after + 10}`)
  expect(await platform.find(place, round, Date.now() + by)).toBe(message)
  expect(await platform.find(place, other, Date.now() + by)).toBeUndefined()
})

test.each(ahead)('a post is found on Discord by a machine whose clock is %i ms ahead', async (by) => {
  const { start, platform, place } = await openDiscordStage()
  await start()
  const message = await platform.post(place, question, round)
  expect(await platform.find(place, round, Date.now() + by)).toBe(message)
  expect(await platform.find(place, other, Date.now() + by)).toBeUndefined()
})
