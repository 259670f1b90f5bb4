// What becomes of a question that is due: posted once, looked for where it may be out, or given up with a reason.
import { afterEach, describe, expect, it } from 'vitest'
import { hour, minute } from '../../src/core/time.ts'
import { PostError } from '../../src/platforms/platform.ts'
import { monday, place } from './due-question.ts'
import { busy, openSending, searched, unclear, type Sending } from './sending.ts'

let due: Sending
afterEach(() => due.ledger.close())

const open = async (change: Parameters<typeof openSending>[0] = {}) => (due = await openSending(change))

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
    const { started } = await open({ platform: how === 'posted' ? {} : { find: searched('message 1').find }, failures: how === 'posted' ? [] : [unclear()] })
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
    const { step } = await open({ failures: [new PostError('refused', 'The bot may not write here.')] })
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
    const { step } = await open({ failures: [busy()] })
    await step()
    expect(await due.round()).toMatchObject({ state: 'claimed', reason: 'Wait.' })
    due.pass(4_999)
    await expect(step()).rejects.toThrow('nothing waits')
    due.pass(1)
    await step()
    expect(await due.round()).toMatchObject({ state: 'open' })
  })

  it('does not hide a fault of the program, and may be out', async () => {
    const { step } = await open({ failures: [new TypeError('bug')] })
    await expect(step()).rejects.toThrow('bug')
    expect(await due.round()).toMatchObject({ state: 'sending' })
  })
})

describe('a post that may be out', () => {
  it('is looked for from the moment it was sent, and sent again after half a minute without it', async () => {
    const { find, since } = searched()
    const { step, wakes } = await open({ failures: [unclear()], platform: { find } })
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
    const { step, wakes } = await open({ failures: [unclear(), unclear()] })
    await step()
    due.pass(30_000)
    await step()
    due.pass(10_000)
    await step()
    expect([due.posts, wakes]).toEqual([[], [due.clock.now + 20_000]])
  })

  it('is waited for in a new process from the first look on', async () => {
    const { step, started, wakes } = await open({ failures: [unclear()] })
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
    const { step } = await open({ failures: [unclear()], platform: { find: searched('message 7').find } })
    await step()
    expect(due.opened).toEqual([])
    await step()
    const round = await due.round()
    expect(round).toMatchObject({ state: 'open', message: 'message 7' })
    expect([due.posts, due.opened]).toEqual([[], [round.id]])
  })

  it('is not reported where it is found and cannot be read now', async () => {
    const { step } = await open({ failures: [unclear()], platform: { find: searched('message 7').find, shows: async () => Promise.reject(busy()) } })
    await step()
    await step()
    expect([(await due.round()).state, due.opened]).toEqual(['sending', []])
  })

  it('is given up where the bot may not look', async () => {
    const { step } = await open({ failures: [unclear()], platform: { find: searched('cannot-tell').find } })
    await step()
    await step()
    expect(await due.round()).toMatchObject({ state: 'failed', reason: expect.stringContaining('isn’t allowed to read') })
    expect(due.posts).toEqual([])
  })

  it('is looked for again where the platform does not answer, and that time counts', async () => {
    const { step, wakes } = await open({ failures: [unclear()], platform: { find: searched(undefined, busy()).find } })
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
    const { step } = await open({ failures: [unclear()], platform: { find: searched(new TypeError('bug')).find } })
    await step()
    await expect(step()).rejects.toThrow('bug')
  })
})

describe('a question for a platform that does not run any more', () => {
  it('waits for it as long as it may be late', async () => {
    const { step } = await open({ failures: [unclear()] })
    due.stopPlatform()
    due.pass(6 * hour)
    await step()
    expect((await due.round()).state).toBe('claimed')
    due.pass(1)
    await step()
    expect(await due.round()).toMatchObject({ state: 'failed', reason: 'It couldn’t be posted in time. The bot runs without this platform now.' })
  })

  it('is never posted twice: if it may be out, that is the reason', async () => {
    const { step } = await open({ failures: [unclear()] })
    await step()
    due.stopPlatform()
    await step()
    expect((await due.round()).state).toBe('sending')
    due.pass(6 * hour + 1)
    await step()
    expect(await due.round()).toMatchObject({ state: 'failed', reason: expect.stringMatching(/may have been posted.*without this platform now/u) })
  })
})
