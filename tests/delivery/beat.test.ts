// What one beat of the delivery does: it claims all that is due, in batches, posts and closes, and waits as long as a platform asks.
import { afterEach, describe, expect, it } from 'vitest'
import { hour } from '../../src/core/time.ts'
import { createDelivery } from '../../src/delivery/delivery.ts'
// The first post would load it: how long that takes must not decide what is claimed until then.
import '../../src/delivery/send.ts'
import type { LiveCount } from '../../src/delivery/live-count.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { PostError, type Platform } from '../../src/platforms/platform.ts'
import { openDueQuestion, type DueQuestion } from './due-question.ts'

let due: DueQuestion
afterEach(() => due.ledger.close())

type Timer = { readonly after: number; readonly run: () => void; cancelled: boolean }

/** @param instead parts of the ledger that do something else */
async function open(channels: number, platform: Partial<Platform> = {}, instead: (ledger: Ledger) => Partial<Ledger> = () => ({})) {
  due = await openDueQuestion({ channels, claimed: false, platform, quiz: { openMinutes: 60, days: [1] } })
  const timers: Timer[] = []
  const later = (after: number, run: () => void) => {
    const timer = { after, run, cancelled: false }
    timers.push(timer)
    return () => void (timer.cancelled = true)
  }
  const liveCount = { settled: async () => undefined } as unknown as LiveCount
  const work = { ...due.work, ledger: { ...due.work.ledger, ...instead(due.work.ledger) } }
  return { delivery: createDelivery(work, liveCount, later), timers }
}

/** Calls that are counted, and take until they are let go. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>()
  const calls: string[] = []
  const call = async (where: string) => {
    calls.push(where)
    await promise
    return `message ${calls.length}`
  }
  return { call, calls, release: resolve }
}

/** Two batches and one more. */
const channels = 51

const settled = async () => {
  for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate)
}
const soonBusy = (scope: 'place' | 'group') => new PostError('busy', 'Wait.', { retryAfter: 5_000, scope })
const states = async () => (await Promise.all(Array.from({ length: 20 }, (_, number) => due.ledger.rounds.latest(`slack:T1/C${number + 1}`, 1)))).flat().map(({ state }) => state)

describe('a beat', () => {
  it('claims and posts more channels than fit in a batch, and begins to post before all are claimed', async () => {
    let [claimed, claimedAtFirst] = [0, 0]
    const { delivery } = await open(channels, { post: async (_place, _screen, round) => {
      if (due.posts.length === 0) claimedAtFirst = claimed
      return `message ${due.posts.push(round)}`
    } }, ({ delivery: real }) => ({ delivery: {
      ...real,
      claimDue: async (...given) => {
        const claims = await real.claimDue(...given)
        claimed += claims.length
        return claims
      },
      isDue: async (now) => {
        await settled()
        return real.isDue(now)
      },
    } }))
    await delivery.tick()
    expect([claimed, new Set(due.posts).size, due.posts.length]).toEqual([channels, channels, channels])
    expect(claimedAtFirst).toBeLessThan(channels)
  })

  it('is over when the last post is out', async () => {
    const { call, release } = held()
    const { delivery } = await open(1, { post: call })
    let isOver = false
    const beat = delivery.tick().then(() => (isOver = true))
    await settled()
    expect(isOver).toBe(false)
    release()
    await beat
    expect((await due.round()).state).toBe('open')
  })

  it('judges and closes all that is due, in batches', async () => {
    const left = { answers: 1_003, rounds: 53 }
    const { delivery } = await open(0, {}, ({ closing }) => ({ closing: {
      ...closing,
      judgeDue: async (_now, limit) => {
        const judged = Math.min(limit, left.answers)
        left.answers -= judged
        return judged
      },
      closeDue: async (_now, limit) => {
        // A close with answers that are not judged would hold up everybody.
        expect(left.answers).toBe(0)
        const closed = Math.min(limit, left.rounds)
        left.rounds -= closed
        return Array.from({ length: closed }, () => ({ round: {}, answered: 0 })) as never[]
      },
    } }))
    await delivery.tick()
    expect(left).toEqual({ answers: 0, rounds: 0 })
  })

  it('leaves a line in the log for each step of a round, with its id and its group', async () => {
    const { delivery } = await open(1, { redraw: async () => undefined })
    await delivery.tick()
    due.pass(hour)
    await delivery.tick()
    const { id: round } = await due.round()
    const about = due.logged.filter(([, fields]) => 'round' in fields)
    expect(about.map(([message]) => message)).toEqual(['claimed a round', 'sending a round', 'posted a round', 'closed a round', 'the post of a round shows the answer'])
    for (const [, fields] of about) expect(fields).toMatchObject({ round, group: 'slack:T1', place: 'slack:T1/C1' })
  })

  it('says in the log what a round waits for, and why it was not posted', async () => {
    const failures = [soonBusy('place'), new PostError('refused', 'The bot may not write here.')]
    const { delivery } = await open(1, { post: async () => Promise.reject(failures.shift()), presence: async () => new Map(), tell: async () => true })
    await delivery.tick()
    due.pass(5_000)
    await delivery.tick()
    expect(due.logged.map(([message]) => message).filter((message) => message.includes('round'))).toEqual([
      'claimed a round', 'sending a round', 'a round was not posted', 'a round has to wait', 'sending a round', 'a round was not posted', 'a round failed',
    ])
  })

  it('looks once for a post that may be out, however many batches it claims', async () => {
    const { call, release } = held()
    const failures = [new PostError('unclear', 'The connection broke.')]
    let looks = 0
    const { delivery } = await open(channels, {
      post: async (place) => {
        const failure = failures.shift()
        return failure === undefined ? call(place) : Promise.reject(failure)
      },
      find: async () => void (looks += 1),
    }, ({ delivery: real }) => ({ delivery: { ...real, isDue: async (now) => {
      await settled()
      const isDue = await real.isDue(now)
      if (!isDue) release()
      return isDue
    } } }))
    await delivery.tick()
    expect(looks).toBe(1)
  })

  it('puts a fault of the program on record with its round, and goes on with the others', async () => {
    const bug = new TypeError('bug')
    const { delivery } = await open(3, { post: async (place) => (place === 'slack:T1/C2' ? Promise.reject(bug) : place) })
    await delivery.tick()
    expect(await states()).toEqual(['open', 'sending', 'open'])
    const [broken] = await due.ledger.rounds.latest('slack:T1/C2', 1)
    expect(due.logged).toContainEqual(['a round could not be handled; trying again', { fault: bug, round: broken?.id, group: 'slack:T1', place: 'slack:T1/C2' }])
  })
})

describe('a platform that asks to wait', () => {
  it.each([['place', 20], ['group', 8]] as const)('with one %s: %d of 20 channels are asked in one beat', async (scope, asked) => {
    const tried: string[] = []
    const { delivery } = await open(20, { post: async (place) => {
      tried.push(place)
      throw soonBusy(scope)
    } })
    await delivery.tick()
    expect(tried).toHaveLength(asked)
  })

  it('with showing answers is asked no more in that beat', async () => {
    const tried: string[] = []
    const { delivery } = await open(20, { redraw: async (message) => {
      tried.push(message)
      throw soonBusy('group')
    } })
    await delivery.tick()
    due.pass(hour)
    await delivery.tick()
    expect(tried).toHaveLength(8)
  })

  it('is asked again then, and if the bot cannot go on then, that is on record', async () => {
    const failures = [soonBusy('place')]
    const claims = { fail: false }
    const { delivery, timers } = await open(1, { post: async (place) => {
      const failure = failures.shift()
      if (failure !== undefined) throw failure
      return place
    } }, ({ delivery: real }) => ({ delivery: { ...real, claimDue: async (...given) => (claims.fail ? Promise.reject(new Error('disk full')) : real.claimDue(...given)) } }))
    await delivery.tick()
    expect(timers.map(({ after }) => after)).toEqual([5_000])
    due.pass(5_000)
    claims.fail = true
    timers[0]?.run()
    await settled()
    expect(due.logged.at(-1)).toEqual(['a delivery failed; the next beat tries again', { fault: new Error('disk full') }])
    claims.fail = false
    timers[0]?.run()
    await expect.poll(states).toEqual(['open'])
  })
})

describe('a stop', () => {
  it.each(['claimDue', 'judgeDue', 'closeDue'] as const)('ends what a beat does in batches, however much is due (%s)', async (endless) => {
    let batches = 0
    /** The third batch is under way when the bot is stopped; there would be more. */
    const batchOf = <Size>(call: string, full: Size, none: Size): Size => {
      if (call !== endless) return none
      batches += 1
      if (batches === 3) delivery.stop()
      return full
    }
    const { delivery } = await open(0, {}, (real) => ({
      delivery: { ...real.delivery, isDue: async () => endless === 'claimDue', claimDue: async () => batchOf('claimDue', [], []) },
      closing: {
        ...real.closing,
        judgeDue: async (_, limit) => batchOf('judgeDue', limit, 0),
        closeDue: async (_, limit) => batchOf('closeDue', Array.from({ length: limit }, () => ({ round: {}, answered: 0 })) as never[], []),
      },
    }))
    await delivery.tick()
    expect(batches).toBe(3)
  })

  it('ends the posts; those under way are finished', async () => {
    const { call, calls, release } = held()
    const { delivery } = await open(20, { post: call })
    const beat = delivery.tick()
    await expect.poll(() => calls.length).toBe(8)
    delivery.stop()
    release()
    await beat
    expect(calls).toHaveLength(8)
    expect((await states()).filter((state) => state === 'open')).toHaveLength(8)
  })

  it('ends the showing of answers; those under way are finished', async () => {
    const { call, calls, release } = held()
    const { delivery } = await open(20, { redraw: async (message) => void (await call(message)) })
    await delivery.tick()
    due.pass(hour)
    const beat = delivery.tick()
    await expect.poll(() => calls.length).toBe(8)
    delivery.stop()
    release()
    await beat
    expect(calls).toHaveLength(8)
  })

  it('wakes nobody later', async () => {
    const { delivery, timers } = await open(1, { post: async () => Promise.reject(soonBusy('place')) })
    await delivery.tick()
    delivery.stop()
    expect(timers.map(({ cancelled }) => cancelled)).toEqual([true])
  })
})
