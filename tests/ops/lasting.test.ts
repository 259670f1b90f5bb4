// What /readyz calls a problem, and when.
import { expect, it } from 'vitest'
import type { Quiz } from '../../src/core/quiz.ts'
import { minute } from '../../src/core/time.ts'
import { watchLasting } from '../../src/ops/lasting.ts'
import { sampleQuiz } from '../core/sample.ts'

const at = Date.parse('2026-03-02T08:00:00Z')
const stopped = (place: string, change: Partial<Quiz> = {}): Quiz => ({ ...sampleQuiz, place, retired: 'deleted', ...change })

/** With one platform, Slack. */
function open() {
  const clock = { now: at }
  const world = { waiting: null as { since: number; why: string | null } | null, stopped: [] as readonly Quiz[], threadless: [] as readonly { quiz: Quiz; reason: string }[], silent: undefined as string | undefined, broken: false, unshown: [] as readonly { group: string; since: number; why: string }[] }
  const logged: object[] = []
  const ask = async <Value>(value: Value) => {
    if (world.broken) throw new Error('closed')
    return value
  }
  const ledger = { delivery: { waiting: () => ask(world.waiting) }, news: { unheard: () => ask({ rounds: [], stopped: world.stopped, threadless: world.threadless }) } }
  const nothing = () => undefined
  const lasting = watchLasting({
    ledger: ledger as never, now: () => clock.now, unshown: () => world.unshown,
    platforms: () => [{ name: 'slack', unanswered: async () => world.silent }],
    log: { debug: nothing, info: nothing, warn: nothing, error: (fields) => void logged.push(fields) },
  })
  const later = async (milliseconds: number) => {
    clock.now += milliseconds
    await lasting.look()
    return lasting.problems()
  }
  return { lasting, world, logged, later }
}

it('is what lasts for ten minutes, and not a moment of it', async () => {
  const { lasting, world, logged, later } = open()
  Object.assign(world, { waiting: { since: at, why: 'Wait.' }, silent: 'HTTP 503', unshown: [{ group: 'slack:T1', since: at, why: 'Busy.' }] })
  expect(await later(0)).toEqual([])
  expect(await later(10 * minute - 1)).toEqual([])
  expect(lasting.posting()).toBe(true)
  expect(await later(1)).toEqual([
    'A question has been waiting to be posted since 2026-03-02 08:00 UTC. Wait.',
    '1 closed question doesn’t show the answer yet. Busy.',
    'Slack hasn’t answered the bot since 2026-03-02 08:00 UTC (HTTP 503).',
  ])
  expect(lasting.posting()).toBe(false)
  await later(minute)
  expect(logged).toHaveLength(3)
  Object.assign(world, { waiting: null, silent: undefined, unshown: [] })
  expect(await later(minute)).toEqual([])
})

it('a platform that answers in between has not been silent', async () => {
  const { world, later } = open()
  for (const silent of ['HTTP 503', undefined, 'HTTP 503']) {
    world.silent = silent
    expect(await later(9 * minute)).toEqual([])
  }
})

it('is a stopped quiz of which nobody could be told, on a platform that runs, and not on a day off', async () => {
  const { world, later } = open()
  world.stopped = [stopped('discord:1:2'), stopped('slack:T1/C1', { off: [{ kind: 'off', from: '2026-03-02', to: '2026-03-02', name: '', by: null, at }] })]
  expect(await later(0)).toEqual([])
  world.stopped = [stopped('slack:T1/C1'), stopped('slack:T1/C2')]
  expect(await later(0)).toEqual(['2 daily questions were stopped, because the channel was lost, and nobody could be told yet.'])
})

it('is a thread that could not be opened, with the reason, as long as nobody could be told', async () => {
  const { world, later } = open()
  world.threadless = [{ quiz: { ...sampleQuiz, place: 'discord:1:2' }, reason: 'Elsewhere.' }, { quiz: { ...sampleQuiz, place: 'slack:T1/C1' }, reason: 'Not allowed.' }]
  expect(await later(0)).toEqual(['No thread could be opened in 1 channel, and nobody could be told yet. Not allowed.'])
})

it('stays where the database cannot be asked', async () => {
  const { world, later } = open()
  Object.assign(world, { waiting: { since: at - 10 * minute, why: null }, stopped: [stopped('slack:T1/C1')] })
  const before = await later(0)
  world.broken = true
  expect(await later(minute)).toEqual(before)
  expect(before).toHaveLength(2)
})
