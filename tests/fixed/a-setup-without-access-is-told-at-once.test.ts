// A setup in a channel where the bot may not post said "is set up", and nothing came.
import { expect, test } from 'vitest'
import { openTown } from '../journeys/slack-town.ts'

test.each([
  ['that the app is not in', 'not_in_channel', '/invite'],
  ['that is archived', 'is_archived', 'Unarchive it'],
  ['where the app may not post', 'restricted_action', 'An owner or admin can allow it'],
])('a channel %s', async (_, error, remedy) => {
  const { slack, type, person } = await openTown('2026-11-23T07:30:00Z')
  const ada = person('Ada')
  slack.fail('chat.postMessage', { kind: 'error', error })
  const told = await type(ada, 'setup 09:00 Europe/Berlin mon-fri')
  expect(told).not.toContain('The daily question is set up')
  expect(told).toContain(remedy)
  expect(told).toContain('Your settings are saved')
})
