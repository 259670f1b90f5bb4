// Requests that Discord calls invalid: counted, so that they never become so many that it bans the machine.
import { describe, expect, test } from 'vitest'
import { countInvalid } from '../../../src/platforms/discord/connection/invalid-requests.ts'
import { refused } from '../../fakes/discord/faults.ts'
import { until } from '../../fakes/until.ts'
import { openStage } from './stage.ts'

const second = 1_000

function counter(perSecond = 50) {
  const clock = { now: 0 }
  const said: string[] = []
  const quiet = () => undefined
  const log = { debug: quiet, warn: quiet, info: (_: object, message: string) => void said.push(message), error: (_: object, message: string) => void said.push(message) }
  const invalid = countInvalid(perSecond, log, () => clock.now)
  const answer = (times: number, status: number, scope: string | null = null) => {
    for (let at = 0; at < times; at++) invalid.answered({ status, scope })
  }
  return { clock, said, answer, tooMany: invalid.tooMany }
}

describe('the bot is slowed down', () => {
  test('by 2,500 answers with 401, 403 or 429 in ten minutes, and says so once', () => {
    const { answer, tooMany, said } = counter()
    answer(1_000, 401)
    answer(1_000, 403)
    answer(499, 429, 'user')
    expect(tooMany()).toBe(false)
    answer(20, 403)
    expect([tooMany(), said]).toEqual([true, [expect.stringContaining('may ban this address')]])
  })

  test('until they are ten minutes old', () => {
    const { answer, tooMany, said, clock } = counter()
    answer(2_500, 403)
    clock.now = 590 * second
    expect(tooMany()).toBe(true)
    clock.now = 611 * second
    expect([tooMany(), said.at(-1)]).toEqual([false, expect.stringContaining('usual pace')])
  })

  test('by no more than its share, where it has a share of the requests', () => {
    const { answer, tooMany } = counter(10)
    answer(499, 403)
    expect(tooMany()).toBe(false)
    answer(1, 403)
    expect(tooMany()).toBe(true)
  })

  test('by nothing else: other refusals, and a limit that others share', () => {
    const { answer, tooMany } = counter()
    answer(5_000, 404)
    answer(5_000, 200)
    answer(5_000, 429, 'shared')
    expect(tooMany()).toBe(false)
  })
})

test('what Discord refuses of the answers to people counts too', async () => {
  const { discord, start, ada, channel, log } = await openStage({ requestsPerSecond: 4 })
  await start()
  discord.faults.plan('POST', /\/callback$/, refused(403, 50013, 'Missing Permissions'), 200)
  for (let at = 0; at < 200; at++) discord.people.command(ada, channel, '/study status')
  expect(await until(() => log.find(({ message }) => message.includes('may ban this address')), 'the line in the log')).toMatchObject({ level: 'error', fields: { count: 200 } })
})
