// How the answer gets into a post: after the count, once, and again later where the platform cannot take it now.
import { describe, expect, it } from 'vitest'
import type { Round } from '../../src/core/round.ts'
import { day, hour } from '../../src/core/time.ts'
import type { LiveCount } from '../../src/delivery/live-count.ts'
import { createRedraw } from '../../src/delivery/redraw.ts'
import type { Pauses, Work } from '../../src/delivery/work.ts'
import type { RoundView } from '../../src/ledger/rounds.ts'
import { PostError } from '../../src/platforms/platform.ts'
import { onlyCourse } from '../../src/course/courses.ts'
import { courseOf } from '../fakes/course-of.ts'

const closesAt = Date.UTC(2026, 0, 6, 8)
const { course, lookup } = courseOf('tests/courses/house-rules')
const [question] = course.questions
const round = {
  id: '0123456789abcdef', group: 'terminal:team', place: 'terminal:team:general', occasion: '2026-01-05', state: 'closed', question: question?.id ?? '', message: '7',
  order: question?.options.map(({ id }) => id) ?? [], key: question?.key ?? [], feedback: 'instant', zone: 'UTC', rolloverHour: 4, day: '2026-01-05', dueAt: 0, openedAt: 0,
  closesAt, closedAt: closesAt, reason: null, missedUntil: null, words: null,
} satisfies Round
const view: RoundView = { round, answered: 0, votes: new Map(), right: [], mine: null }
const recap = { round, ago: 'yesterday', answered: 0, right: 0, leaders: null, streak: null }

function open(change: { readonly failures?: PostError[]; readonly replyFailures?: PostError[]; readonly unsure?: object; readonly settled?: Promise<void>; readonly away?: boolean; readonly unwanted?: boolean; readonly shared?: boolean; readonly printed?: boolean } = {}) {
  const clock = { now: closesAt + hour }
  const did: unknown[] = []
  const { failures = [], replyFailures = [] } = change
  const fail = (from: PostError[]) => {
    const failure = from.shift()
    if (failure !== undefined) throw failure
  }
  const platform = {
    shared: () => change.shared ?? false,
    editsQuietly: change.printed !== true,
    redraw: async (message: string) => {
      did.push(`redraw ${message}`)
      fail(failures)
    },
    reply: async (message: string) => {
      did.push(`reply ${message}`)
      fail(replyFailures)
    },
  }
  const work = {
    courses: onlyCourse(course, lookup), now: () => clock.now, log: { warn: () => undefined, info: () => undefined },
    platform: () => (change.away === true ? undefined : platform),
    ledger: {
      closing: { markRedrawn: async (_: string, reason: string | null) => void did.push(['marked', reason]) },
      recaps: { claimReply: async () => (change.unwanted === true ? undefined : recap), releaseReply: async () => void did.push('released') },
      upkeep: { unsure: () => change.unsure ?? { before: 0, putBackAt: null } },
    },
  } as unknown as Work
  const pauses: Pauses = {
    wakeAt: () => undefined,
    asked: (_, fault) => {
      did.push(`waits ${fault.retryAfter}`)
      return clock.now + fault.retryAfter
    },
  }
  const liveCount = { settled: () => change.settled ?? Promise.resolve() } as unknown as LiveCount
  const { step: redraw, unshown } = createRedraw(work, liveCount, pauses)
  return { redraw, unshown, did, clock }
}

const busy = () => new PostError('busy', 'Slack is busy.', { retryAfter: 5_000 })

describe('the answer', () => {
  it.each([[hour, ['redraw 7', 'reply 7', ['marked', null]]], [2 * day, [['marked', null]]]])('is printed %i ms after the close where nothing can be edited, but not days later: %j', async (after, expected) => {
    const { redraw, did, clock } = open({ printed: true })
    clock.now = closesAt + after
    await redraw(view)
    expect(did).toEqual(expected)
  })

  it('is shown in the post, told in its thread, and done', async () => {
    const { redraw, did } = open()
    await redraw(view)
    expect(did).toEqual(['redraw 7', 'reply 7', ['marked', null]])
  })

  it('waits for an edit of the count that is under way, so that the count cannot come after it', async () => {
    const settled = Promise.withResolvers<void>()
    const { redraw, did } = open({ settled: settled.promise })
    const drawn = redraw(view)
    await new Promise(setImmediate)
    expect(did).toEqual([])
    settled.resolve()
    await drawn
    expect(did[0]).toBe('redraw 7')
  })

  it('has nowhere to go where there is no post', async () => {
    const { redraw, did } = open()
    await redraw({ ...view, round: { ...round, message: null } })
    expect(did).toEqual([['marked', null]])
  })

  it('waits for a platform that is not running', async () => {
    const { redraw, did } = open({ away: true })
    await redraw(view)
    expect(did).toEqual([])
  })

  it('is tried again when the platform said so, not before', async () => {
    const { redraw, unshown, did, clock } = open({ failures: [busy()] })
    await redraw(view)
    expect(unshown()).toEqual([{ group: 'terminal:team', since: clock.now, why: 'Slack is busy.' }])
    clock.now += 4_999
    await redraw(view)
    expect(did).toEqual(['redraw 7', 'waits 5000'])
    clock.now += 1
    await redraw(view)
    await redraw(view)
    expect(did.filter((each) => each === 'redraw 7')).toHaveLength(3)
    expect(unshown()).toEqual([])
  })

  it('is left out with the reason where the platform refuses it for good', async () => {
    const { redraw, unshown, did } = open({ failures: [new PostError('refused', 'The post is gone.')] })
    await redraw(view)
    expect(unshown()).toEqual([])
    expect(did).toEqual(['redraw 7', ['marked', 'The post is gone.']])
  })

  it('is drawn again at the next beat where nobody can tell whether it arrived', async () => {
    const { redraw, did } = open({ failures: [new PostError('unclear', 'The connection broke.')] })
    await redraw(view)
    expect(did).toEqual(['redraw 7'])
    await redraw(view)
    expect(did).toEqual(['redraw 7', 'redraw 7', 'reply 7', ['marked', null]])
  })

  it('is tried for a week', async () => {
    const { redraw, did, clock } = open({ failures: [busy(), busy()] })
    clock.now = closesAt + 7 * day
    await redraw(view)
    expect(did).toEqual(['redraw 7', 'waits 5000'])
    clock.now += 5_000
    await redraw(view)
    expect(did.at(-1)).toEqual(['marked', 'Slack is busy.'])
  })

  it('does not hide a fault of the program', async () => {
    const { redraw } = open({ failures: [new TypeError('bug') as unknown as PostError] })
    await expect(redraw(view)).rejects.toThrow('bug')
  })
})

describe('the reply in the thread', () => {
  it('is not sent where the quiz wants none, or it was sent before', async () => {
    const { redraw, did } = open({ unwanted: true })
    await redraw(view)
    expect(did).toEqual(['redraw 7', ['marked', null]])
  })

  it('is left out where another process may send it with the same token: one reply too few is better than two', async () => {
    const { redraw, did } = open({ shared: true })
    await redraw(view)
    expect(did).toEqual(['redraw 7', ['marked', null]])
  })

  it('is claimed again where it was certainly not sent', async () => {
    const { redraw, did } = open({ replyFailures: [busy()] })
    await redraw(view)
    expect(did).toEqual(['redraw 7', 'reply 7', 'released', 'waits 5000'])
  })

  it('is left out where it may have arrived, or is refused', async () => {
    for (const code of ['unclear', 'refused'] as const) {
      const { redraw, did } = open({ replyFailures: [new PostError(code, 'No.')] })
      await redraw(view)
      expect(did).toEqual(['redraw 7', 'reply 7', ['marked', null]])
    }
  })

  it('is left out where a restored database does not know whether it was sent', async () => {
    for (const [unsure, count] of [
      [{ before: 0, putBackAt: closesAt + 1 }, 0],
      [{ before: 0, putBackAt: closesAt }, 1],
      [{ before: closesAt + 1, putBackAt: null }, 1],
    ] as const) {
      const { redraw, did } = open({ unsure })
      await redraw(view)
      expect(did.filter((each) => each === 'reply 7')).toHaveLength(count)
    }
  })

  it('does not hide a fault of the program', async () => {
    const { redraw } = open({ replyFailures: [new TypeError('bug') as unknown as PostError] })
    await expect(redraw(view)).rejects.toThrow('bug')
  })
})
