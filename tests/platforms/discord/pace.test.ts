import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPace } from '../../../src/platforms/discord/connection/pace.ts'

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A Discord to which the way is sometimes long, and which counts what arrives. */
function openCounter() {
  const counted: number[] = []
  let sent = 0
  const request = async () => {
    sent += 1
    await sleep((sent * 7) % 30)
    counted.push(performance.now())
    await sleep((sent * 11) % 30)
  }
  return { counted, request }
}

describe('the pace of requests', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
  afterEach(() => void vi.useRealTimers())

  /** Lets time pass until the work is done. */
  async function done<T>(work: Promise<T>): Promise<T> {
    // A refusal is the test's to see, and not nobody's meanwhile.
    work.catch(() => undefined)
    await vi.runAllTimersAsync()
    return work
  }

  it('is never above the limit in any second, however long they are on their way', async () => {
    const pace = createPace(20)
    const { counted, request } = openCounter()
    const timed = async () => {
      const began = performance.now()
      await request()
      pace.took(performance.now() - began)
    }
    await done(Promise.all(Array.from({ length: 50 }, () => pace.inTurn(timed, 'round'))))
    const fullest = Math.max(...counted.map((moment) => counted.filter((other) => other >= moment && other < moment + 1000).length))
    expect(counted).toHaveLength(50)
    expect(fullest).toBeLessThanOrEqual(20)
  })

  it('lets what is patient wait for all else', async () => {
    const pace = createPace(2)
    const order: string[] = []
    const note = (name: string) => async () => void order.push(name)
    await done(Promise.all([
      pace.inTurn(note('first'), 'round'),
      pace.inTurn(note('patient'), 'edit'),
      pace.inTurn(note('edit'), 'edit'),
      pace.inTurn(note('post'), 'round'),
    ]))
    expect(order).toEqual(['first', 'patient', 'post', 'edit'])
  })

  it('lets people who wait go first, then posts, then edits', async () => {
    const pace = createPace(1)
    const order: string[] = []
    const noted = (name: string) => async () => void order.push(name)
    await done(Promise.all([pace.inTurn(noted('first'), 'edit'), pace.inTurn(noted('edit'), 'edit'), pace.inTurn(noted('post'), 'round'), pace.inTurn(noted('person'), 'person')]))
    expect(order).toEqual(['first', 'person', 'post', 'edit'])
  })

  it('is one request per second while Discord refuses too many, and as before after that', async () => {
    let isSlowed = false
    const pace = createPace(10, () => isSlowed)
    const sent: number[] = []
    const send = () => pace.inTurn(async () => void sent.push(performance.now()), 'round')
    await done(Promise.all(Array.from({ length: 10 }, send)))
    isSlowed = true
    const begun = performance.now()
    await done(Promise.all(Array.from({ length: 60 }, send)))
    expect(performance.now() - begun).toBeGreaterThan(40_000)
    isSlowed = false
    await done(Promise.all(Array.from({ length: 20 }, send)))
    const again = performance.now()
    await done(Promise.all(Array.from({ length: 60 }, send)))
    expect(performance.now() - again).toBeLessThan(7_000)
  })

  it('loses no room to a request that fails', async () => {
    const pace = createPace(1)
    await expect(pace.inTurn(() => Promise.reject(new Error('refused')), 'round')).rejects.toThrow('refused')
    expect(await done(pace.inTurn(async () => 'the next one', 'round'))).toBe('the next one')
  })
})
