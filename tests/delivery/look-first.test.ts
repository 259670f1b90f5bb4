// Questions that somebody else may have posted: another process with the same token, or this one before its database was put back.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { minute } from '../../src/core/time.ts'
import { monday } from './due-question.ts'
import { busy, openSending, searched, unclear, type Sending } from './sending.ts'

let due: Sending
afterEach(() => {
  vi.restoreAllMocks()
  return due.ledger.close()
})

const open = async (change: Parameters<typeof openSending>[0] = {}) => (due = await openSending(change))

describe('a question that the database may have forgotten to have posted', () => {
  it('is looked for from the moment it was due, and adopted', async () => {
    const { find, since } = searched('message 7')
    const { step } = await open({ unsure: { before: monday + 1, putBackAt: monday + 1 }, platform: { find } })
    due.pass(minute)
    await step()
    expect([due.posts, since]).toEqual([[], [monday]])
    expect(await due.round()).toMatchObject({ state: 'open', message: 'message 7' })
  })

  it('is posted at once where it is not there', async () => {
    const { step } = await open({ unsure: { before: monday + 1, putBackAt: monday + 1 } })
    await step()
    expect(due.posts).toHaveLength(1)
  })

  it.each([[monday + 1, 'failed', 0], [null, 'open', 1]] as const)('where the bot may not look (put back: %s): %s', async (putBackAt, state, posts) => {
    const { step } = await open({ unsure: { before: monday + 1, putBackAt }, platform: { find: searched('cannot-tell').find } })
    await step()
    expect([(await due.round()).state, due.posts.length]).toEqual([state, posts])
  })

  it('is not looked for where it was due later than that', async () => {
    const { find, since } = searched('message 7')
    const { step } = await open({ unsure: { before: monday, putBackAt: monday }, platform: { find } })
    await step()
    expect([since, due.posts.length]).toEqual([[], 1])
  })
})

describe('a question that another process may post with the same token', () => {
  const shared = () => true

  it.each([[0, 10_000], [0.5, 35_000], [0.99, 59_500]])('waits for its turn, ten seconds to a minute by the lot (%f), and is then looked for', async (lot, wait) => {
    vi.spyOn(Math, 'random').mockReturnValue(lot)
    const { find, since } = searched()
    const { step, wakes } = await open({ platform: { shared, find } })
    await step()
    expect(wakes).toEqual([due.clock.now + wait])
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
    const { step, wakes } = await open({ failures: [busy()], platform: { shared } })
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
    const { step } = await open({ failures: [unclear()], platform: { shared, find } })
    await step()
    due.pass(minute)
    await step()
    await step()
    expect([since.length, (await due.round()).message]).toEqual([2, 'message 7'])
  })
})
