// The courses of the bot: as their folders have them, with their numbers in the ledger and with what the operator corrected.
import { createRequire } from 'node:module'
import { coursesOfLedger, firstCourse, type CourseId, type CourseNumber } from '../core/course-number.ts'
import type { QuestionId } from '../core/quiz.ts'
import type { Course } from '../course/course.ts'
import { coursesOf, taughtOf, type Courses, type Taught } from '../course/courses.ts'
import type { Lookup } from '../course/lookup/lookup.ts'
import type { OpenedCourses } from '../course/open-courses.ts'
import type { Ledger } from '../ledger/ledger.ts'

export type CoursesInLedger = Pick<Ledger, 'courses' | 'courseCorrections'>

/** @throws CourseError if one can't be read before the ledger knows its courses: nobody could tell which of them its answers are about */
export async function taughtFrom(opened: OpenedCourses, ledger: CoursesInLedger): Promise<Courses> {
  const names = await numbered(opened, ledger)
  return coursesOf(await Promise.all(opened.courses.map(({ course }) => teach(course, names.indexOf(course.id) + 1, ledger))), names)
}

/** A course under its number. @param before the version whose place it takes */
export async function teach(asWritten: Course, number: CourseNumber, { courseCorrections }: Pick<CoursesInLedger, 'courseCorrections'>, before?: Course): Promise<Taught> {
  const standing = (await courseCorrections.all()).filter(({ undoneAt }) => undoneAt === null)
  const own = number === firstCourse ? asWritten : (await import('../course/apart.ts')).apart(asWritten, number)
  const corrected = standing.length === 0 ? own : (await import('../course/corrected-course.ts')).correctedCourse(own, standing)
  const course = before === undefined ? corrected : (await import('../course/succeeding.ts')).succeeding(corrected, before)
  return taughtOf(number, course, lookupWhenAsked(course))
}

/** All courses that the ledger knows from now on, by number. */
export async function numbered({ courses, refused }: Pick<OpenedCourses, 'courses' | 'refused'>, ledger: Pick<Ledger, 'courses'>): Promise<readonly CourseId[]> {
  const ids = courses.map(({ course }) => course.id)
  const known = await ledger.courses.known()
  const [fault] = refused
  if (fault !== undefined && known.length === 0) throw fault
  if (ids.every((id) => known.includes(id))) return known
  return ledger.courses.takeUp((before, questions) => {
    const has = (id: CourseId, question: QuestionId) => courses.some(({ course }) => course.id === id && course.byId.questions.has(question))
    // One that can't be read right now is still there, so none takes its place.
    return coursesOfLedger(before, [...(fault === undefined ? [] : before), ...ids].filter((id, at, all) => all.indexOf(id) === at), { questions, has })
  })
}

const require = createRequire(import.meta.url)
const loadLookup = () => require('../course/lookup/lookup.ts') as typeof import('../course/lookup/lookup.ts')

/** Loaded and made at the first question: a start need not wait for its code and its index. */
function lookupWhenAsked(course: Course): Lookup {
  let made: Lookup | undefined
  const lookup = () => (made ??= loadLookup().buildLookup(course))
  return { ask: (words) => lookup().ask(words), suggest: (typed, limit) => lookup().suggest(typed, limit), spokenOf: (words) => lookup().spokenOf(words) }
}

