// A question that is due in one channel or several, over a real ledger and course, and a platform that does what the test says.
import type { Claim } from '../../src/ledger/delivery.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import type { Unsure } from '../../src/ledger/upkeep.ts'
import { onlyCourse } from '../../src/course/courses.ts'
import { noLookup } from '../../src/course/no-lookup.ts'
import { questionBank } from '../../src/course/question-bank.ts'
import type { Course } from '../../src/course/course.ts'
import type { Log } from '../../src/core/log.ts'
import type { Quiz } from '../../src/core/quiz.ts'
import type { Round } from '../../src/core/round.ts'
import type { Work } from '../../src/delivery/work.ts'
import type { Platform } from '../../src/platforms/platform.ts'
import { courseOf } from '../fakes/course-of.ts'
import { monday, place, worldOf } from '../ledger/world.ts'

export { monday, place }
export const { course } = courseOf('tests/courses/house-rules')

type Change = {
  readonly platform?: Partial<Platform>
  /** Of the first posts. */
  readonly failures?: readonly Error[]
  readonly quiz?: Partial<Quiz>
  readonly channels?: number
  /** Whether its round is drawn already. */
  readonly claimed?: boolean
  readonly unsure?: Unsure
  /** What the course says by the time the question is posted. */
  readonly course?: Course
}

export type DueQuestion = Awaited<ReturnType<typeof openDueQuestion>>

export async function openDueQuestion(change: Change = {}) {
  const ledger = await openLedger(':memory:', { now: monday })
  const { channels = 1 } = change
  for (let number = 1; number <= channels; number += 1) await worldOf(ledger).setUp({ place: `slack:T1/C${number}`, ...change.quiz })
  if (change.claimed !== false) await ledger.delivery.claimDue(monday, questionBank(course), channels)
  const clock = { now: monday, elapsed: 5_000_000 }
  const posts: string[] = []
  const failures = [...(change.failures ?? [])]
  const opened: string[] = []
  const logged: (readonly [message: string, fields: object])[] = []
  const write = (fields: object, message: string) => void logged.push([message, fields])
  const log: Log = { debug: write, info: write, warn: write, error: write }
  const platform = {
    post: async (_place: string, _screen: unknown, round: string) => {
      const failure = failures.shift()
      if (failure !== undefined) throw failure
      return `message ${posts.push(round)}`
    },
    find: async () => undefined,
    ...change.platform,
  } as unknown as Platform
  const running = { platform: platform as Platform | undefined }
  const now = change.course ?? course
  const work: Work = {
    ledger: { ...ledger, upkeep: { ...ledger.upkeep, unsure: () => change.unsure ?? { before: 0, putBackAt: null } } },
    courses: onlyCourse(now, noLookup), log, now: () => clock.now, elapsed: () => clock.elapsed,
    platform: () => running.platform,
    posted: async ({ id }) => void opened.push(id),
  }
  return {
    ledger, clock, posts, opened, logged, platform, work,
    stopPlatform: () => void (running.platform = undefined),
    /** The rounds of all channels that wait at this moment. */
    claims: () => ledger.delivery.unsent(clock.now, channels),
    /** The round as it waits; fails if none waits at this moment. */
    claim: async (): Promise<Claim> => {
      const [claim] = await ledger.delivery.unsent(clock.now, 1)
      if (claim === undefined) throw new Error('nothing waits to be posted')
      return claim
    },
    round: async (): Promise<Round> => {
      const [round] = await ledger.rounds.latest(place, 1)
      if (round === undefined) throw new Error('there is no round')
      return round
    },
    pass: (milliseconds: number) => {
      clock.now += milliseconds
      clock.elapsed += milliseconds
    },
  }
}
