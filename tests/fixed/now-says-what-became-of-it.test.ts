// "On its way" was the answer to now, whether the question came or not.
import { expect, test } from 'vitest'
import { openTown } from '../journeys/slack-town.ts'

test.each([
  ['it is posted', undefined, /^Posted\nThe question is open until/u],
  ['it is refused', { kind: 'error', error: 'not_in_channel' }, /wasn’t posted[\s\S]*\/invite[\s\S]*\/study now again/u],
  ['Slack asks to wait', { kind: 'rate-limited', seconds: 30 }, /^On its way\n/u],
  ['the connection breaks', { kind: 'reset', stored: false }, /^On its way\n/u],
] as const)('where %s', async (_, fault, expected) => {
  const { slack, type, person } = await openTown('2026-11-23T07:30:00Z')
  const ada = person('Ada')
  await type(ada, 'setup 09:00 Europe/Berlin mon-fri')
  if (fault !== undefined) slack.fail('chat.postMessage', fault)
  expect((await type(ada, 'now')).replace('⚠️ ', '')).toMatch(expected)
})
