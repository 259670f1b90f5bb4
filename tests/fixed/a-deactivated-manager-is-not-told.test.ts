// Slack takes messages for people who were deactivated, so nobody read that the daily question was not posted.
import { expect, it } from 'vitest'
import { openTown, textOf } from '../journeys/slack-town.ts'

it('an owner is told in place of a manager who was deactivated', async () => {
  const town = await openTown('2026-11-23T07:30:00Z')
  const [ann, owner] = [town.person('Ann'), town.person('Olga', { owner: true })]
  await town.type(ann, 'setup 09:00 Europe/Berlin mon-fri')
  await town.slack.changeUser(ann, { deleted: true })
  town.slack.fail('chat.postMessage', { kind: 'error', error: 'not_in_channel' }, 1, town.channel)
  await town.wait('2026-11-23T08:00:00Z')
  expect(town.slack.messages(`D${ann}`)).toEqual([])
  expect(town.slack.messages(`D${owner}`).map(textOf)).toEqual([expect.stringContaining('as an owner or admin')])
})
