// What becomes of a question that is due: posted once, looked for where it may be out, or given up with a reason.
import { afterEach, describe, expect, it } from 'vitest'
import { hour, minute } from '../../src/core/time.ts'
import { createSend } from '../../src/delivery/send.ts'
import type { Pauses, Work } from '../../src/delivery/work.ts'
import { PostError, type Platform } from '../../src/platforms/platform.ts'
import { monday, openDueQuestion, place, type DueQuestion } from './due-question.ts'

let due: DueQuestion
afterEach(() => due.ledger.close())

async function open(change: Parameters<typeof openDueQuestion>[0] = {}) {
  due = await openDueQuestion({ ...change, quiz: { topics: ['repairs'] } })
  const wakes: number[] = []
  const pauses: Pauses = { wakeAt: (at) => void wakes.push(at), asked: (_, fault) => due.clock.now + fault.retryAfter }
  const started = (work: Work = due.work) => {
    const send = createSend(work, pauses)
    return async () => send(await due.claim())
  }
  return { wakes, started, step: started(), send: createSend(due.work, pauses) }
}

/** A platform that fails so often, and posts after that. */
function failing(...faults: Error[]): Partial<Platform> {
  return {
    post: async (_place, _screen, round) => {
      const fault = faults.shift()
      if (fault !== undefined) throw fault
      return `message ${due.posts.push(round)}`
    },
  }
}

/** A platform on which a search for the post comes to these, one after the other. */
function searched(...results: readonly (string | undefined | Error)[]) {
  const left = [...results]
  const since: number[] = []
  const find: Platform['find'] = async (_place, _round, from) => {
    since.push(from)
    const result = left.shift()
    if (result instanceof Error) throw result
    return result
  }
  return { find, since }
}

const unclear = () => new PostError('unclear', 'The connection broke.')
const busy = () => new PostError('busy', 'Wait.', { retryAfter: 5_000 })

describe('a question that is due', () => {
  it('is posted, open from then on, and reported as posted', async () => {
    const { step } = await open()
    due.pass(minute)
    await step()
    const round = await due.round()
    expect(round).toMatchObject({ state: 'open', message: 'message 1', openedAt: monday + minute })
    expect([due.posts, due.opened]).toEqual([[round.id], [round.id]])
  })

  it.each(['posted', 'found'])('is open once it is %s, also where nobody wants a report', async (how) => {
    const { started } = await open({ platform: how === 'posted' ? {} : { ...failing(unclear()), find: searched('message 1').find } })
    const { posted: _, ...work } = due.work
    const step = started(work)
    await step()
    if (how === 'found') await step()
    expect(await due.round()).toMatchObject({ state: 'open', message: 'message 1' })
  })

  it.each([undefined, () => false])('is not looked for without a sign that somebody else posts it', async (shared) => {
    const { find, since } = searched()
    const { step } = await open({ platform: { find, ...(shared === undefined ? {} : { shared }) } })
    await step()
    expect([since, due.posts.length]).toEqual([[], 1])
  })

  it('is not posted by a process that comes too late for it', async () => {
    const { send } = await open()
    const claim = await due.claim()
    await send(claim)
    await send(claim)
    expect(due.posts).toHaveLength(1)
    expect(due.logged.map(([message]) => message)).toContain('another process is posting this round; another bot may be using this database')
  })
})

describe('a post that fails', () => {
  it('is given up with the reason where the platform refuses it', async () => {
    const { step } = await open({ platform: failing(new PostError('refused', 'The bot may not write here.')) })
    await step()
    expect(await due.round()).toMatchObject({ state: 'failed', reason: 'The bot may not write here.' })
    expect(due.opened).toEqual([])
  })

  it('is sent to the new id of its channel where the old one is refused', async () => {
    const places: string[] = []
    const { step } = await open({
      platform: {
        post: async (where) => {
          places.push(where)
          if (where !== place) return 'message 1'
          await due.ledger.quizzes.move(place, 'slack:T1/C2', (message) => message, due.clock.now)
          throw new PostError('refused', 'There is no such channel.')
        },
      },
    })
    await step()
    await step()
    expect(places).toEqual([place, 'slack:T1/C2'])
    expect((await due.ledger.rounds.latest('slack:T1/C2', 1))[0]).toMatchObject({ state: 'open', message: 'message 1' })
  })

  it('is sent again when the platform said so, and not before', async () => {
    const { step } = await open({ platform: failing(busy()) })
    await step()
    expect(await due.round()).toMatchObject({ state: 'claimed', reason: 'Wait.' })
    due.pass(4_999)
    await expect(step()).rejects.toThrow('nothing waits')
    due.pass(1)
    await step()
    expect(await due.round()).toMatchObject({ state: 'open' })
  })

  it('does not hide a fault of the program, and may be out', async () => {
    const { step } = await open({ platform: failing(new TypeError('bug')) })
    await expect(step()).rejects.toThrow('bug')
    expect(await due.round()).toMatchObject({ state: 'sending' })
  })
})

describe('a post that may be out', () => {
  it('is looked for from the moment it was sent, and sent again after half a minute without it', async () => {
    const { find, since } = searched()
    const { step, wakes } = await open({ platform: { ...failing(unclear()), find } })
    due.pass(minute)
    await step()
    due.pass(29_999)
    await step()
    expect([due.posts, wakes]).toEqual([[], [due.clock.now + 1]])
    due.pass(1)
    await step()
    expect([due.posts.length, since]).toEqual([1, [monday + minute, monday + minute]])
    expect(await due.round()).toMatchObject({ state: 'open', message: 'message 1' })
  })

  it('is waited for again after each time it was sent', async () => {
    const { step, wakes } = await open({ platform: failing(unclear(), unclear()) })
    await step()
    due.pass(30_000)
    await step()
    due.pass(10_000)
    await step()
    expect([due.posts, wakes]).toEqual([[], [due.clock.now + 20_000]])
  })

  it('is waited for in a new process from the first look on', async () => {
    const { step, started, wakes } = await open({ platform: failing(unclear()) })
    await step()
    due.pass(hour)
    const restarted = started()
    await restarted()
    expect([due.posts, wakes]).toEqual([[], [due.clock.now + 30_000]])
    due.pass(30_000)
    await restarted()
    expect(due.posts).toHaveLength(1)
  })

  it('is adopted and reported where it is found', async () => {
    const { step } = await open({ platform: { ...failing(unclear()), find: searched('message 7').find } })
    await step()
    expect(due.opened).toEqual([])
    await step()
    const round = await due.round()
    expect(round).toMatchObject({ state: 'open', message: 'message 7' })
    expect([due.posts, due.opened]).toEqual([[], [round.id]])
  })

  it('is not reported where it is found and cannot be read now', async () => {
    const { step } = await open({ platform: { ...failing(unclear()), find: searched('message 7').find, shows: async () => Promise.reject(busy()) } })
    await step()
    await step()
    expect([(await due.round()).state, due.opened]).toEqual(['sending', []])
  })

  it('is given up where the bot may not look', async () => {
    const { step } = await open({ platform: { ...failing(unclear()), find: searched('cannot-tell').find } })
    await step()
    await step()
    expect(await due.round()).toMatchObject({ state: 'failed', reason: expect.stringContaining('isn’t allowed to read') })
    expect(due.posts).toEqual([])
  })

  it('is looked for again where the platform does not answer, and that time counts', async () => {
    const { step, wakes } = await open({ platform: { ...failing(unclear()), find: searched(undefined, busy()).find } })
    await step()
    due.pass(10_000)
    await step()
    due.pass(10_000)
    await step()
    expect([due.posts, wakes]).toEqual([[], [due.clock.now + 10_000]])
    due.pass(10_000)
    await step()
    expect(due.posts).toHaveLength(1)
  })

  it('does not hide a fault of the program in the search', async () => {
    const { step } = await open({ platform: { ...failing(unclear()), find: searched(new TypeError('bug')).find } })
    await step()
    await expect(step()).rejects.toThrow('bug')
  })
})

describe('a question that the database may have forgotten to have posted', () => {
  it('is looked for from the moment it was due, and adopted', async () => {
    const { find, since } = searched('message 7')
    const { step } = await open({ unsure: { before: monday + 1, restored: true }, platform: { find } })
    due.pass(minute)
    await step()
    expect([due.posts, since]).toEqual([[], [monday]])
    expect(await due.round()).toMatchObject({ state: 'open', message: 'message 7' })
  })

  it('is posted at once where it is not there', async () => {
    const { step } = await open({ unsure: { before: monday + 1, restored: true } })
    await step()
    expect(due.posts).toHaveLength(1)
  })

  it.each([[true, 'failed', 0], [false, 'open', 1]] as const)('where the bot may not look (restored: %s): %s', async (restored, state, posts) => {
    const { step } = await open({ unsure: { before: monday + 1, restored }, platform: { find: searched('cannot-tell').find } })
    await step()
    expect([(await due.round()).state, due.posts.length]).toEqual([state, posts])
  })

  it('is not looked for where it was due later than that', async () => {
    const { find, since } = searched('message 7')
    const { step } = await open({ unsure: { before: monday, restored: true }, platform: { find } })
    await step()
    expect([since, due.posts.length]).toEqual([[], 1])
  })
})

describe('a question that another process may post with the same token', () => {
  const shared = () => true

  it('waits for its turn, ten seconds to a minute, and is then looked for', async () => {
    const { find, since } = searched()
    const { step, wakes } = await open({ platform: { shared, find } })
    await step()
    const wait = (wakes[0] ?? 0) - due.clock.now
    expect(wait).toBeGreaterThanOrEqual(10_000)
    expect(wait).toBeLessThanOrEqual(60_000)
    due.pass(wait - 1)
    await step()
    expect([wakes.length, wakes[1], since, due.posts]).toEqual([2, wakes[0], [], []])
    due.pass(1)
    await step()
    expect([since, due.posts.length]).toEqual([[monday], 1])
  })

  it('is adopted where the other one has posted it', async () => {
    const { step } = await open({ platform: { shared, find: searched('message 7').find } })
    await step()
    due.pass(minute)
    await step()
    expect(due.posts).toEqual([])
    expect(await due.round()).toMatchObject({ state: 'open', message: 'message 7' })
  })

  it('is posted where the bot may not look: the sign alone must not cost the question', async () => {
    const { step } = await open({ platform: { shared, find: searched('cannot-tell').find } })
    await step()
    due.pass(minute)
    await step()
    expect(due.posts).toHaveLength(1)
  })

  it('waits for a new turn where the platform asked to wait: the other one was asked that too', async () => {
    const { step, wakes } = await open({ platform: { shared, ...failing(busy()) } })
    await step()
    due.pass(minute)
    await step()
    due.pass(5_000)
    await step()
    expect([due.posts, wakes.length]).toEqual([[], 2])
    expect(wakes[1]).toBeGreaterThanOrEqual(due.clock.now + 10_000)
  })

  it('is looked for without a turn once this process may have posted it', async () => {
    const { find, since } = searched(undefined, 'message 7')
    const { step } = await open({ platform: { shared, find, ...failing(unclear()) } })
    await step()
    due.pass(minute)
    await step()
    await step()
    expect([since.length, (await due.round()).message]).toEqual([2, 'message 7'])
  })
})

describe('a question for a platform that does not run any more', () => {
  it('waits for it as long as it may be late', async () => {
    const { step } = await open({ platform: failing(unclear()) })
    due.stopPlatform()
    due.pass(6 * hour)
    await step()
    expect((await due.round()).state).toBe('claimed')
    due.pass(1)
    await step()
    expect(await due.round()).toMatchObject({ state: 'failed', reason: 'It couldn’t be posted in time. The bot runs without this platform now.' })
  })

  it('is never posted twice: if it may be out, that is the reason', async () => {
    const { step } = await open({ platform: failing(unclear()) })
    await step()
    due.stopPlatform()
    await step()
    expect((await due.round()).state).toBe('sending')
    due.pass(6 * hour + 1)
    await step()
    expect(await due.round()).toMatchObject({ state: 'failed', reason: expect.stringMatching(/may have been posted.*without this platform now/u) })
  })
})
