// Reviews of duties that are due: posted once, and put off or given up as the platform's answer demands.
import { expect, it } from 'vitest'
import { postDutyReviews } from '../../src/bot/duty-reviews.ts'
import { minute } from '../../src/core/time.ts'
import { PostError, type Platform } from '../../src/platforms/platform.ts'
import { onlyCourse } from '../../src/course/courses.ts'
import { courseOf } from '../fakes/course-of.ts'

const now = Date.UTC(2026, 3, 1, 9)
const claimed = { place: 'slack:T1/C1', quarter: '2026-Q2', dueAt: now }

type Announce = Platform['announce']

async function beat(platform: { readonly announce: Announce; readonly healthy?: boolean } | undefined, course = 'data/aws-shared-responsibility') {
  const did: unknown[] = []
  const duties = {
    claimDue: async (...what: readonly unknown[]) => (did.push(['claimed', ...what]), [claimed]),
    giveBack: async (_: object, ...what: readonly unknown[]) => void did.push(['given back', ...what]),
    noteProblem: async (_: object, ...what: readonly unknown[]) => void did.push(['problem', ...what]),
    notePosted: async (_: object, ...what: readonly unknown[]) => void did.push(['posted', ...what]),
  }
  const quiet = () => undefined
  const { lookup, ...read } = courseOf(course)
  const services = { courses: onlyCourse(read.course, lookup), ledger: { duties, quizzes: { at: async () => undefined }, upkeep: { unsure: () => ({ before: 0, putBackAt: null }) } }, log: { debug: quiet, info: quiet, warn: quiet, error: quiet } }
  const there = platform === undefined ? undefined : { announce: platform.announce, healthy: () => platform.healthy !== false }
  await postDutyReviews(services as never, () => there, now)
  return did.filter((what) => (what as readonly unknown[])[0] !== 'claimed')
}

const fails = (fault: Error): { readonly announce: Announce } => ({ announce: () => Promise.reject(fault) })

it('one is posted in its channel, and known by its quarter, so that a repeat makes no second one', async () => {
  const posted: unknown[] = []
  expect(await beat({ announce: async (place, screen, event) => (posted.push([place, screen.name, event]), '1') })).toEqual([['posted', '1']])
  expect(posted).toEqual([['slack:T1/C1', expect.stringMatching(/\S/u), 'duties 2026-Q2']])
})

it('a course without such reviews posts none', async () => {
  expect(await beat({ announce: () => Promise.reject(new Error('must not be asked')) }, 'tests/courses/house-rules')).toEqual([])
})

it.each([['does not run', undefined], ['is away', { announce: async () => '1', healthy: false }]])('while its platform %s, it waits for five minutes at a time', async (_, platform) => {
  expect(await beat(platform)).toEqual([['given back', now + 5 * minute, 'The bot isn’t connected to this channel’s platform.']])
})

it.each([
  [new PostError('refused', 'The channel is closed.'), ['given back', now + 60 * minute, 'The channel is closed.']],
  [new PostError('busy', 'Wait.', { retryAfter: 20 * minute }), ['given back', now + 20 * minute, 'Wait.']],
  [new PostError('busy', 'Wait.', { retryAfter: 1_000 }), ['given back', now + 5 * minute, 'Wait.']],
  [new PostError('unclear', 'It may be out.'), ['problem', 'It may be out.']],
  [new TypeError('a bug'), ['problem', 'Something went wrong in the bot. Its log says what.']],
])('after a failure it is tried again only where it cannot be out: %#', async (fault, outcome) => {
  expect(await beat(fails(fault))).toEqual([outcome])
})
