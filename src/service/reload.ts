// Takes up what has changed in the courses while the bot is running: each course whole, after a clean check, or not at all.
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CourseNumber } from '../core/course-number.ts'
import type { Log } from '../core/log.ts'
import type { Instant } from '../core/time.ts'
import { coursesOf, type CourseNews, type Courses, type Taught } from '../course/courses.ts'
import { isKeptOfOther } from '../course/open.ts'
import { courseFoldersIn, copyName, stateOf, type OpenedCourses } from '../course/open-courses.ts'
import type { Reread } from '../course/reread.ts'
import { numbered, teach, type CoursesInLedger } from './courses.ts'
import type { Known } from './read-again.ts'
import type { Report } from './requests.ts'

/** A report has a sentence for each course, for whoever asked for it and for the log. `failed`: something was not taken up. */
export type Reload = {
  /** Looks whether any file has changed, and takes up what has once it stays as it is. Fails where it can't look. */
  readonly look: () => Promise<Report | undefined>
  /** Reads everything again at once. Never fails. */
  readonly now: () => Promise<Report>
}

export type ToReload = {
  readonly folders: readonly string[]
  readonly cacheDir: string
  readonly ledger: CoursesInLedger
  readonly live: { readonly courses: Courses; readonly take: (next: Courses) => void }
  readonly now: () => Instant
  readonly log: Log
  /** Takes what the operator should mend. */
  readonly warn: (folder: string, sentence: string) => void
  /** What is done once courses were taken up. */
  readonly taken: () => Promise<void>
}

/** @param opened what is taught since the start */
export function createReload(opened: OpenedCourses, given: ToReload): Reload {
  const { folders, cacheDir, ledger, live, now, log, warn } = given
  const tell = (course: string, sentence: string) => log.info({ course }, sentence)
  let held: readonly Known[] = opened.courses.map(({ folder, course }, at) => ({ folder, asWritten: course, taught: live.courses.all[at] as Taught, content: null }))
  let news: ReadonlyMap<CourseNumber, CourseNews> = new Map()
  /** What was last read, and what was seen at the last look; null before the first one. */
  let [read, seen]: [string | null, string | null] = [null, null]
  let underWay: Promise<Report> | undefined

  /** A course that only lacks its course.yaml is broken, not gone. */
  function foldersNow(): readonly string[] {
    const found = courseFoldersIn(folders)
    const broken = held.map(({ folder }) => folder).filter((folder) => !found.includes(folder) && existsSync(folder))
    return [...found.filter((folder) => !broken.some((each) => dirname(each) === folder)), ...broken]
  }

  async function readAgain(): Promise<Report> {
    try {
      read = stateOf(folders)
      const found = foldersNow()
      const { reread } = await import('../course/reread.ts')
      const again = await reread({ folders: found.map((folder) => ({ folder, copy: copyName(folder) })), cacheDir })
      return await takeUp(again)
    } catch (fault) {
      log.error({ fault }, 'could not read the courses again; the bot goes on with those that it has')
      return { lines: ['The courses could not be read again. The bot goes on with those that it has; its log says why.'], failed: true }
    }
  }

  async function takeUp(again: readonly Reread[]): Promise<Report> {
    const [{ readCourses }, { warmLookup }] = await Promise.all([import('./read-again.ts'), import('./warm-lookup.ts')])
    const { next, refused, lines } = readCourses(again, held)
    const at = now()
    const names = await numbered({ courses: next.map(({ folder, asWritten }) => ({ folder, course: asWritten })), refused: [] }, ledger)
    const changed = next.filter(({ taught }) => taught === undefined)
    const all = await Promise.all(next.map(async ({ before, ...each }): Promise<Known> => ({ ...each, taught: each.taught ?? (await teach(each.asWritten, names.indexOf(each.asWritten.id) + 1, ledger, before)) })))
    const numberIn = (folder: string) => all.find((each) => each.folder === folder)?.taught.number
    const latest = [...changed.map(({ folder }) => [numberIn(folder), { kind: 'taken', at }] as const), ...refused.map((folder) => [numberIn(folder), { kind: 'refused', at }] as const)]
    const isMended = ([number, { kind }]: readonly [CourseNumber, CourseNews]) => kind === 'refused' && next.some(({ folder, taught }) => taught?.number === number && !refused.includes(folder))
    news = new Map([...[...news].filter((each) => !isMended(each)), ...latest.flatMap(([number, each]) => (number === undefined ? [] : [[number, each] as const]))])
    for (const { taught } of all.filter(({ folder }) => changed.some((each) => each.folder === folder))) await warmLookup(taught.course, taught.lookup)
    held = all
    live.take(coursesOf(all.map(({ taught }) => taught), names, news))
    if (changed.length > 0) await given.taken()
    for (const { folder, line, isError } of lines) (isError ? warn : tell)(folder, line)
    return { lines: lines.map(({ line }) => line), failed: refused.length > 0 }
  }

  /** One at a time: whoever asks meanwhile hears of the next one. */
  function start(): Promise<Report> {
    const before = underWay ?? Promise.resolve()
    const mine = before.then(readAgain).finally(() => {
      if (underWay === mine) underWay = undefined
    })
    underWay = mine
    return mine
  }

  return {
    now: start,
    async look() {
      const state = stateOf(folders)
      // What changed while the bot was starting is taken up as well. That isn't looked for at the start, which it would slow down.
      if (seen === null) read ??= opened.courses.some(({ folder }) => isKeptOfOther(folder, cacheDir, copyName(folder))) ? '' : state
      const isStill = state === seen
      seen = state
      return underWay === undefined && isStill && state !== read ? start() : undefined
    },
  }
}
