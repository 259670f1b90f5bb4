// Opens all courses of the bot. One that has errors is left out, and said to be: the others go on.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { hash } from '../core/random.ts'
import type { Course } from './course.ts'
import { openCourse } from './open.ts'
import type { CourseError } from './problem.ts'
import { listFiles } from './read/list-files.ts'

export type OpenedCourses = {
  /** In the order in which they are named. */
  readonly courses: readonly { readonly folder: string; readonly course: Course }[]
  /** Why the others can't be used. */
  readonly refused: readonly CourseError[]
}

/** Each has a copy of its own. */
export const copyName = (folder: string): string => `course-${hash(folder).toString(16)}`

type Warn = (folder: string, sentence: string) => void

/**
 * @param named folders of courses, or of folders of courses
 * @throws CourseError if none of them can be used, or two have the same id
 */
export async function openCourses(named: readonly string[], cacheDir: string, warn: Warn = () => undefined): Promise<OpenedCourses> {
  const folders = courseFoldersIn(named)
  const courses: { readonly folder: string; readonly course: Course }[] = []
  const faults: CourseError[] = []
  for (const folder of folders) {
    try {
      courses.push({ folder, course: await openCourse(folder, cacheDir, (sentence) => warn(folder, sentence), copyName(folder)) })
    } catch (fault) {
      if (!isCourseError(fault)) throw fault
      faults.push(fault)
    }
  }
  const [first] = faults
  if (courses.length === 0 && first !== undefined) throw first
  await refuseTwins(courses)
  return { courses, refused: faults }
}

// The code that says what is wrong with a course is loaded where something is.
const isCourseError = (fault: unknown): fault is CourseError => fault instanceof Error && fault.name === 'CourseError'

async function refuseTwins(courses: OpenedCourses['courses']): Promise<void> {
  for (const [at, { folder, course: { id } }] of courses.entries()) {
    const twin = courses.slice(0, at).find(({ course }) => course.id === id)
    if (twin === undefined) continue
    const { CourseError } = await import('./problem.ts')
    const message = `Two courses have the id "${id}": this one and the one in ${twin.folder}`
    throw new CourseError(folder, [{ level: 'error', check: 'course-twins', file: 'course.yaml', line: 0, message, remedy: 'Give one of them another id, or leave one out' }])
  }
}

const isCourse = (folder: string): boolean => existsSync(join(folder, 'course.yaml'))

/** Each folder once, in the order in which they are named. One that is no course and has none stays, so that somebody is told. */
export function courseFoldersIn(named: readonly string[]): readonly string[] {
  return [...new Set(named.flatMap((folder) => (isCourse(folder) ? [folder] : coursesInside(folder))))]
}

function coursesInside(folder: string): readonly string[] {
  const found = namesIn(folder).map((name) => join(folder, name)).filter(isCourse)
  return found.length === 0 ? [folder] : found
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.')).sort()
  } catch {
    return []
  }
}

/** Differs once any file of the courses has changed, also behind a link. */
export function stateOf(named: readonly string[]): string {
  const folders = courseFoldersIn(named)
  const files = folders.flatMap((folder) => listFiles(folder).names.map((name) => join(folder, name)))
  return hash([...folders, ...files.map(signOf)].join('\n')).toString(16)
}

function signOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false })
  return `${file} ${stat?.mtimeMs} ${stat?.size} ${stat?.ino}`
}
