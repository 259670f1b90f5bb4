// Whether Discord answers at all, for an operator.
import { expect, test } from 'vitest'
import { rateLimited, type Fault } from '../../fakes/discord/faults.ts'
import { openStage } from './stage.ts'

const path = /^\/gateway\/bot$/

test.each<[string, Fault | undefined, string | undefined]>([
  ['answers', undefined, undefined],
  ['asks to wait', rateLimited(1), undefined],
  ['refuses the token', { kind: 'answer', status: 401, body: { message: '401: Unauthorized', code: 0 } }, undefined],
  ['fails', { kind: 'answer', status: 503 }, 'HTTP 503'],
  ['is behind a proxy that lets nothing through', { kind: 'answer', status: 403, body: {} }, 'HTTP 403'],
])('Discord that %s', async (_, fault, expected) => {
  const { discord, platform, start } = await openStage({ timing: { pause: 1 } })
  await start()
  if (fault !== undefined) discord.faults.plan('GET', path, fault)
  expect(await platform.unanswered?.()).toBe(expected)
})
