// Whether Slack answers at all, for an operator.
import { expect, test } from 'vitest'
import type { Fault } from '../../fakes/slack/world.ts'
import { startedStage } from './stage.ts'

test.each<[string, Fault | undefined, string | undefined]>([
  ['answers', undefined, undefined],
  ['asks to wait', { kind: 'rate-limited', seconds: 7 }, undefined],
  ['refuses the token', { kind: 'error', error: 'token_revoked' }, undefined],
  ['fails', { kind: 'status', status: 503, stored: false }, 'HTTP 503'],
  ['says that something broke', { kind: 'error', error: 'internal_error' }, 'internal_error'],
])('Slack that %s', async (_, fault, expected) => {
  const { slack, platform } = await startedStage()
  if (fault !== undefined) slack.fail('auth.test', fault)
  expect(await platform.unanswered?.()).toBe(expected)
})
