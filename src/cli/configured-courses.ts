// The courses that the bot is configured with, read from their folders.
import { configFromEnvironment } from '../config/config.ts'
import { coursesOfLedger, type CourseId } from '../core/course-number.ts'
import { apart } from '../course/apart.ts'
import type { Course } from '../course/course.ts'
import { coursesOf, taughtOf, type Courses, type Taught } from '../course/courses.ts'
import { loadCourseOrThrow } from '../course/load.ts'
import { courseFoldersIn } from '../course/open-courses.ts'
import { noLookup } from '../course/no-lookup.ts'
import { courseNamed } from '../features/course-named.ts'
import { OperatorError } from './operator-error.ts'

export const configuredFolders = async (): Promise<readonly string[]> => courseFoldersIn((await configFromEnvironment()).courseFolders)

/** With the numbers that the courses have in this ledger. */
export async function coursesOfFile(databaseFile: string): Promise<Courses> {
  const { readCourses } = await import('../ledger/sqlite/file/read-courses.ts')
  return numbered(await configuredCourses(), readCourses(databaseFile))
}

/** The folder of a course. @param name absent: the first */
export async function configuredFolder(name?: string): Promise<string> {
  const folders = await configuredFolders()
  if (name === undefined) return folders[0] ?? ''
  const all = folders.map(loadCourseOrThrow)
  const read = courseNamed(name, numbered(all, []))
  if ('problem' in read) throw new OperatorError(read.problem)
  return folders[all.findIndex(({ id }) => id === read.value.course.id)] ?? ''
}

/** As their files have them. */
export const configuredCourses = async (): Promise<readonly Course[]> => (await configuredFolders()).map(loadCourseOrThrow)

/** With the numbers that they have in a ledger, or would get. @param known to the ledger, by number */
export function numbered(all: readonly Course[], known: readonly CourseId[]): Courses {
  const names = coursesOfLedger(known, all.map(({ id }) => id), { questions: [], has: () => false })
  const taught = all.map((course): Taught => {
    const number = names.indexOf(course.id) + 1
    return taughtOf(number, apart(course, number), noLookup)
  })
  return coursesOf(taught, names)
}
