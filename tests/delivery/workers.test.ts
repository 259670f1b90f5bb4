// Many rounds at once: every group gets its share, and one that must wait or does not answer holds up nobody else.
import { describe, expect, it } from 'vitest'
import type { Round } from '../../src/core/round.ts'
import { createWorkers } from '../../src/delivery/workers.ts'

type Waiting = { readonly round: Round }

const roundOf = (group: string, number: number) => ({ id: `${group} ${number}`, group, place: `${group}/${number}` }) as Round

/** A ledger with so many rounds of each group, and workers that do with them what the test says. */
function openWorkers(groups: Readonly<Record<string, number>>, step: (round: Round) => Promise<void>) {
  const clock = { now: 0 }
  const done: Round[] = []
  const failures: unknown[] = []
  let waiting: Waiting[] = Object.entries(groups)
    .flatMap(([group, count]) => Array.from({ length: count }, (_, number) => ({ number, round: roundOf(group, number) })))
    .toSorted((a, b) => a.number - b.number)
  const workers = createWorkers<Waiting>({
    list: async (limit) => waiting.slice(0, limit),
    step: async ({ round }) => {
      await step(round)
      waiting = waiting.filter((item) => item.round.id !== round.id)
      done.push(round)
    },
    failed: (fault) => failures.push(fault),
    now: () => clock.now,
  })
  return { workers, clock, done, failures, left: () => waiting.length, of: (group: string) => done.filter((round) => round.group === group).length }
}

const soon = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('the workers', () => {
  it('take up everything once', async () => {
    const { workers, done, left } = openWorkers({ one: 900, two: 40 }, soon)
    await Promise.all([workers.runAll(), workers.runAll()])
    await workers.idle()
    expect(left()).toBe(0)
    expect(new Set(done).size).toBe(done.length)
    expect(workers.running()).toBe(false)
  })

  it('serve all groups alike, whatever their size', async () => {
    const { workers, done } = openWorkers({ large: 2000, small: 300, other: 300 }, soon)
    await workers.runAll()
    await workers.idle()
    const first = done.slice(0, 600)
    for (const group of ['large', 'small', 'other']) expect(first.filter((round) => round.group === group).length).toBeGreaterThan(150)
  })

  it('leave most of themselves to others where a whole group does not answer', async () => {
    const answer = Promise.withResolvers<void>()
    const stage = openWorkers({ silent: 300, lively: 300 }, (round) => (round.group === 'silent' ? answer.promise : soon()))
    const taking = stage.workers.runAll()
    await expect.poll(() => stage.of('lively')).toBe(300)
    expect(stage.of('silent')).toBe(0)
    answer.resolve()
    await taking
    await stage.workers.idle()
    expect(stage.left()).toBe(0)
  })

  it('go on with a group of which one channel must wait', async () => {
    const stage: ReturnType<typeof openWorkers> = openWorkers({ one: 50 }, async (round) => {
      if (round.id !== 'one 0') return soon()
      stage.workers.asked(round, 1000)
      throw new Error('busy')
    })
    await stage.workers.runAll()
    await stage.workers.idle()
    expect(stage.of('one')).toBe(49)
  })

  it('leave a group alone where two of its channels must wait, and only that group, and only for that time', async () => {
    let tries = 0
    const stage: ReturnType<typeof openWorkers> = openWorkers({ limited: 200, free: 200 }, async (round) => {
      await soon()
      if (round.group === 'free' || stage.clock.now >= 1000) return
      tries += 1
      stage.workers.asked(round, 1000)
      throw new Error('busy')
    })
    await stage.workers.runAll()
    await stage.workers.idle()
    expect(stage.of('free')).toBe(200)
    expect(tries).toBeLessThan(10)
    stage.clock.now = 1000
    await stage.workers.runAll()
    await stage.workers.idle()
    expect(stage.of('limited')).toBe(200)
  })

  it('let a group rest no longer where the clock was set back', async () => {
    const stage: ReturnType<typeof openWorkers> = openWorkers({ limited: 200 }, async (round) => {
      await soon()
      if (stage.clock.now < 1_000_000) return
      stage.workers.asked(round, stage.clock.now + 1000)
      throw new Error('busy')
    })
    stage.clock.now = 1_000_000
    await stage.workers.runAll()
    await stage.workers.idle()
    expect(stage.of('limited')).toBe(0)
    stage.clock.now = 0
    await stage.workers.runAll()
    await stage.workers.idle()
    expect(stage.of('limited')).toBe(200)
  })

  it('take up nothing more once they are stopped, and finish what they have', async () => {
    const answer = Promise.withResolvers<void>()
    const { workers, of, left } = openWorkers({ one: 100 }, () => answer.promise)
    const taking = workers.runAll()
    await soon()
    workers.stop()
    answer.resolve()
    await taking
    await workers.idle()
    expect(of('one')).toBeGreaterThan(0)
    expect(left()).toBeGreaterThan(0)
    await workers.runAll()
    expect(left()).toBe(100 - of('one'))
  })

  it('are held up by no step that fails', async () => {
    const stage = openWorkers({ one: 30 }, async (round) => {
      if (round.id === 'one 7') throw new Error('broken')
    })
    await stage.workers.runAll()
    await stage.workers.idle()
    expect(stage.of('one')).toBe(29)
    expect(stage.failures).toHaveLength(1)
  })
})
