// After ten messages within a minute the bot fell silent in a direct message, as if it were dead.
import { expect, it } from 'vitest'
import { until } from '../fakes/until.ts'
import { openTown, textOf } from '../journeys/slack-town.ts'

it('the first message that gets no answer gets a word about it, once, and the next minute all is well', async () => {
  const town = await openTown('2026-11-23T07:30:00Z')
  const ann = town.person('Ann')
  const seen = () => town.slack.messages(`D${ann}`).map((each) => textOf(each))
  for (let time = 0; time < 25; time += 1) await town.slack.say(ann, `D${ann}`, 'board')
  await until(() => seen().length >= 21, 'answers')
  expect(seen().filter((text) => text.includes('One moment, please'))).toHaveLength(1)
  expect(seen()).toHaveLength(21)
  town.moveClock('2026-11-23T07:31:30Z')
  await town.slack.say(ann, `D${ann}`, 'board')
  await until(() => seen().length === 22, 'an answer in the next minute')
})
