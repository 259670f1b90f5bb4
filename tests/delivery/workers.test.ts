// Many rounds at once: every group gets its share, and one that must wait or does not answer holds up nobody else.
import { describe, expect, it } from 'vitest'
import type { Round } from '../../src/core/round.ts'
import { createWorkers } from '../../src/delivery/workers.ts'

type Waiting = { readonly round: Round }

const roundOf = (group: string, number: number) => ({ id: `${group} ${number}`, group, place: `${group}/${number}` }) as Round

/** A ledger with so many rounds of each group, and hands that do with them what the test says. */
function openHands(groups: Readonly<Record<string, number>>, step: (round: Round) => Promise<void>) {
  const clock = { now: 0 }
  const done: Round[] = []
  const failures: unknown[] = []
  let waiting: Waiting[] = Object.entries(groups)
    .flatMap(([group, count]) => Array.from({ length: count }, (_, number) => ({ number, round: roundOf(group, number) })))
    .toSorted((a, b) => a.number - b.number)
  const hands = createWorkers<Waiting>({
    list: async (limit) => waiting.slice(0, limit),
    step: async ({ round }) => {
      await step(round)
      waiting = waiting.filter((item) => item.round.id !== round.id)
      done.push(round)
    },
    failed: (fault) => failures.push(fault),
    now: () => clock.now,
  })
  return { hands, clock, done, failures, left: () => waiting.length, of: (group: string) => done.filter((round) => round.group === group).length }
}

const soon = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('hands', () => {
  it('take up everything once', async () => {
    const { hands, done, left } = openHands({ one: 900, two: 40 }, soon)
    await Promise.all([hands.takeAll(), hands.takeAll()])
    await hands.idle()
    expect(left()).toBe(0)
    expect(new Set(done).size).toBe(done.length)
    expect(hands.busy()).toBe(false)
  })

  it('serve all groups alike, whatever their size', async () => {
    const { hands, done } = openHands({ large: 2000, small: 300, other: 300 }, soon)
    await hands.takeAll()
    await hands.idle()
    const first = done.slice(0, 600)
    for (const group of ['large', 'small', 'other']) expect(first.filter((round) => round.group === group).length).toBeGreaterThan(150)
  })

  it('leave most of themselves to others where a whole group does not answer', async () => {
    const answer = Promise.withResolvers<void>()
    const stage = openHands({ silent: 300, lively: 300 }, (round) => (round.group === 'silent' ? answer.promise : soon()))
    const taking = stage.hands.takeAll()
    await expect.poll(() => stage.of('lively')).toBe(300)
    expect(stage.of('silent')).toBe(0)
    answer.resolve()
    await taking
    await stage.hands.idle()
    expect(stage.left()).toBe(0)
  })

  it('go on with a group of which one channel must wait', async () => {
    const stage: ReturnType<typeof openHands> = openHands({ one: 50 }, async (round) => {
      if (round.id !== 'one 0') return soon()
      stage.hands.asked(round, 1000)
      throw new Error('busy')
    })
    await stage.hands.takeAll()
    await stage.hands.idle()
    expect(stage.of('one')).toBe(49)
  })

  it('leave a group alone where two of its channels must wait, and only that group, and only for that time', async () => {
    let tries = 0
    const stage: ReturnType<typeof openHands> = openHands({ limited: 200, free: 200 }, async (round) => {
      await soon()
      if (round.group === 'free' || stage.clock.now >= 1000) return
      tries += 1
      stage.hands.asked(round, 1000)
      throw new Error('busy')
    })
    await stage.hands.takeAll()
    await stage.hands.idle()
    expect(stage.of('free')).toBe(200)
    expect(tries).toBeLessThan(10)
    stage.clock.now = 1000
    await stage.hands.takeAll()
    await stage.hands.idle()
    expect(stage.of('limited')).toBe(200)
  })

  it('let a group rest no longer where the clock was set back', async () => {
    const stage: ReturnType<typeof openHands> = openHands({ limited: 200 }, async (round) => {
      await soon()
      if (stage.clock.now < 1_000_000) return
      stage.hands.asked(round, stage.clock.now + 1000)
      throw new Error('busy')
    })
    stage.clock.now = 1_000_000
    await stage.hands.takeAll()
    await stage.hands.idle()
    expect(stage.of('limited')).toBe(0)
    stage.clock.now = 0
    await stage.hands.takeAll()
    await stage.hands.idle()
    expect(stage.of('limited')).toBe(200)
  })

  it('take up nothing more once they are stopped, and finish what they have', async () => {
    const answer = Promise.withResolvers<void>()
    const { hands, of, left } = openHands({ one: 100 }, () => answer.promise)
    const taking = hands.takeAll()
    await soon()
    hands.stop()
    answer.resolve()
    await taking
    await hands.idle()
    expect(of('one')).toBeGreaterThan(0)
    expect(left()).toBeGreaterThan(0)
    await hands.takeAll()
    expect(left()).toBe(100 - of('one'))
  })

  it('are held up by no step that fails', async () => {
    const stage = openHands({ one: 30 }, async (round) => {
      if (round.id === 'one 7') throw new Error('broken')
    })
    await stage.hands.takeAll()
    await stage.hands.idle()
    expect(stage.of('one')).toBe(29)
    expect(stage.failures).toHaveLength(1)
  })
})
