// Discord refused a response, and the adapter took a method of the log away from its log: pino broke on that, and nobody caught it.
import { expect, test } from 'vitest'
import { createLog } from '../../src/ops/log.ts'
import { openStage } from '../platforms/discord/stage.ts'
import { refused } from '../fakes/discord/faults.ts'
import { until } from '../fakes/until.ts'

const callbacks = /^\/interactions\/\d+\/[^/]+\/callback$/

test.each([
  [10062, 'warn'],
  [50035, 'error'],
])('a response that Discord refuses with %i is a line of the log', async (code, level) => {
  const lines: string[] = []
  const { discord, another, handler, bob, channel } = await openStage()
  await another({ log: createLog('debug', (line) => lines.push(line)) }).start(handler)
  discord.faults.plan('POST', callbacks, refused(404, code, 'Refused'))
  discord.people.command(bob, channel, '/study status')
  const line = await until(() => lines.find((text) => text.includes('could not answer')), 'the line in the log')
  expect(JSON.parse(line)).toMatchObject({ level, code })
})
