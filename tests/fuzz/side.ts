// What every platform of the fuzz has in common: the whole bot on a real ledger with a clock of its own, and what is held against it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBot } from '../../src/bot/bot.ts'
import { onlyCourse } from '../../src/course/courses.ts'
import type { Services } from '../../src/features/services.ts'
import type { Log } from '../../src/core/log.ts'
import type { Platform } from '../../src/platforms/platform.ts'
import { defaultSettings } from '../../src/core/quiz.ts'
import { courseOf } from '../fakes/course-of.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import type { Step } from './plan.ts'
import { watchLedger, type Actor, type Watch } from './watch.ts'
import { catalog } from '../catalog.ts'

export type Side = {
  /** Carries a step out; fulfilled when the bot has answered it. */
  perform(step: Step): Promise<void>
  /** Ends the town, and looks at the ledger as a whole. */
  end(): Promise<Ending>
}

export type Ending = {
  /** Empty where all is well. */
  readonly problems: readonly string[]
  readonly answers: number
  readonly rounds: number
  readonly replies: number
}

const { course, lookup } = courseOf('data/aws-shared-responsibility')
export const topics = course.topics.map(({ id }) => id)

export type House = {
  readonly now: () => number
  readonly services: Services
  readonly watch: Watch
  /** The next millisecond. */
  readonly tickOver: () => void
  /** Moves the clock by minutes and does what is due. `underWay`: whose requests may do something yet. */
  readonly wait: (minutes: number, underWay?: readonly Actor[]) => Promise<void>
  /** Something is wrong; said with the step that it came of. */
  readonly wrong: (what: string) => void
  /** Another request, a millisecond later. @returns its number */
  readonly begin: (request: object) => number
  /** Says which errors in the log are right, since they are of a payload that no platform sends. */
  readonly forgive: (what: (message: string, fields: object) => boolean) => void
  readonly open: (platform: Platform) => Promise<void>
  readonly close: () => Promise<Omit<Ending, 'replies'>>
  /** A round of a group that nobody here belongs to. */
  readonly foreignRound: (group: string, place: string) => Promise<string>
}

const dayInMonday = Date.parse('2026-03-02T08:00:20Z')
const mostProblems = 30

export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-fuzz-'))
  const file = join(folder, 'studyhall.sqlite')
  const ledger = await openLedger(file)
  const watch = watchLedger(file)
  const problems: string[] = []
  let clock = dayInMonday
  let requests = 0
  let step = 'the start'
  let forgiven: (message: string, fields: object) => boolean = () => false
  let bot: ReturnType<typeof createBot> | undefined
  const now = () => clock
  const wrong = (what: string) => void (problems.length < mostProblems && problems.push(`${what}\n    after ${step}`))
  const quiet = () => undefined
  const log: Log = {
    debug: quiet, info: quiet, warn: quiet,
    error: (fields, message) => {
      if (!forgiven(message, fields)) wrong(`in the log: ${message} ${JSON.stringify(fields, faultAsText)}`)
    },
  }
  const services: Services = { ledger, courses: onlyCourse(course, lookup), log }
  const caught = (kind: string) => (fault: unknown) => wrong(`${kind}: ${fault instanceof Error ? fault.stack : String(fault)}`)
  const [rejected, thrown] = [caught('a rejection that nobody handled'), caught('an exception that nobody caught')]
  process.on('unhandledRejection', rejected)
  process.on('uncaughtException', thrown)

  return {
    now, services, watch, wrong,
    tickOver: () => void (clock += 1),
    begin: (request) => {
      clock += 1
      requests += 1
      step = `request ${requests}: ${JSON.stringify(request).slice(0, 1500)}`
      return requests
    },
    forgive: (what) => void (forgiven = what),
    wait: async (minutes, underWay = []) => {
      // Twenty seconds past a minute: no round falls due between two waits.
      clock = (Math.floor(clock / 60_000) + minutes) * 60_000 + 20_000
      const before = watch.look()
      await bot?.tick()
      for (const problem of watch.unlawful(before, underWay, true)) wrong(problem)
    },
    open: async (platform) => {
      bot = createBot(services, catalog, [platform], { now, later: () => quiet })
      await bot.start()
    },
    foreignRound: async (group, place) => {
      const never = { nextDate: '2099-01-01', nextAt: Date.UTC(2099, 0, 1), skipDate: null, lastDate: null, off: [], holidaysUntil: null }
      const quiz = { ...defaultSettings, ...never, zone: 'UTC', openMinutes: 20_000, group, place, managers: [`${group}/nobody`], paused: false, retired: null }
      await ledger.quizzes.change(place, 'elsewhere', clock, () => ({ quiz }))
      const claim = await ledger.delivery.claimExtra(place, 'elsewhere', clock, services.courses.bank)
      if (claim === undefined) throw new Error('no round elsewhere')
      await ledger.delivery.confirmPosted(claim.round.id, `${place}/1.1`, clock)
      return claim.round.id
    },
    close: async () => {
      await bot?.stop()
      // What is left of the last requests comes now.
      await new Promise((resolve) => setTimeout(resolve, 20))
      await ledger.close()
      const counts = watch.counts()
      watch.close()
      const { problems: found } = verifyLedger(file)
      process.off('unhandledRejection', rejected)
      process.off('uncaughtException', thrown)
      rmSync(folder, { recursive: true, force: true })
      return { problems: [...problems, ...found.map((problem) => `the ledger: ${problem}`)], ...counts }
    },
  }
}

const faultAsText = (_: string, value: unknown): unknown => (value instanceof Error ? (value.stack ?? value.message) : value)
