// The courses that the bot teaches. One takes another's place whole: whoever was handed a course keeps it as it was.
import { createRequire } from 'node:module'
import { courseOfId, firstCourse, type CourseId, type CourseNumber } from '../core/course-number.ts'
import type { QuestionBank } from '../core/due.ts'
import { joinedBank } from '../core/joined-bank.ts'
import type { Round } from '../core/round.ts'
import type { Instant } from '../core/time.ts'
import type { Course } from './course.ts'
import type { Lookup } from './lookup/lookup.ts'
import { questionBank } from './question-bank.ts'

/** A course with what is made of it. */
export type Taught = {
  readonly number: CourseNumber
  readonly course: Course
  /** Its questions alone, with the topics of the course. */
  readonly bank: QuestionBank
  readonly lookup: Lookup
}

export type Courses = {
  /** As they are configured, at least one: the first is for those who say nothing else. */
  readonly all: readonly Taught[]
  /** One that isn't there has nothing in it, so that nothing of another course is shown in its place. */
  readonly at: (number: CourseNumber) => Taught
  readonly has: (number: CourseNumber) => boolean
  /** There is one, and never was another. */
  readonly alone: boolean
  /** The questions of all of them, told apart. */
  readonly bank: QuestionBank
  /** What became of the course's files since the bot was started; undefined if nothing did. */
  readonly newsOf: (number: CourseNumber) => CourseNews | undefined
}

/** `taken`: a new version took the place of the one before. `refused`: it has errors, so the one before goes on. */
export type CourseNews = { readonly kind: 'taken' | 'refused'; readonly at: Instant }

/** @param names of all courses that the ledger knows, by number */
export function coursesOf(all: readonly Taught[], names: readonly CourseId[] = [], news: ReadonlyMap<CourseNumber, CourseNews> = new Map()): Courses {
  const byNumber = new Map(all.map((taught) => [taught.number, taught]))
  const absent = new Map<CourseNumber, Taught>()

  function missing(number: CourseNumber): Taught {
    const known = absent.get(number)
    if (known !== undefined) return known
    const made = taughtOf(number, loadEmpty().emptyCourse(names[number - 1] ?? `course ${number}`), loadNoLookup().noLookup)
    absent.set(number, made)
    return made
  }

  return {
    all,
    at: (number) => byNumber.get(number) ?? missing(number),
    has: (number) => byNumber.has(number),
    alone: all.length === 1 && names.length <= 1,
    bank: joinedBank(new Map(all.map(({ number, bank }) => [number, bank]))),
    newsOf: (number) => news.get(number),
  }
}

// Most bots have all their courses.
const require = createRequire(import.meta.url)
const loadEmpty = () => require('./empty-course.ts') as typeof import('./empty-course.ts')
const loadNoLookup = () => require('./no-lookup.ts') as typeof import('./no-lookup.ts')

export const taughtOf = (number: CourseNumber, course: Course, lookup: Lookup): Taught => ({ number, course, bank: questionBank(course), lookup })

/** Of a bot with one course. */
export const onlyCourse = (course: Course, lookup: Lookup): Courses => coursesOf([taughtOf(firstCourse, course, lookup)], [course.id])

/** The course whose documents a round's words name. */
export const courseOfRound = (courses: Pick<Courses, 'at'>, { course = firstCourse }: Pick<Round, 'course'>): Course => courses.at(course).course

/** The course that something with this id in the ledger is from. */
export const courseOf = (courses: Pick<Courses, 'at'>, id: string): Course => courses.at(courseOfId(id)).course

/** The same courses for everybody who holds them, until others take their place. */
export function liveCourses(first: Courses): { readonly courses: Courses; readonly take: (next: Courses) => void } {
  let now = first
  return {
    courses: {
      get all() {
        return now.all
      },
      at: (number) => now.at(number),
      has: (number) => now.has(number),
      get alone() {
        return now.alone
      },
      get bank() {
        return now.bank
      },
      newsOf: (number) => now.newsOf(number),
    },
    take: (next) => void (now = next),
  }
}
