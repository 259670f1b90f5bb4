// Opens a course fast: read and checked once, then loaded from a cached copy until one of its files changes.
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import type { Course } from './course.ts'
import { indexOf } from './course-index.ts'
import { lazy } from './lazy.ts'
import { isFileOrLink } from './read/folder-files.ts'

/**
 * The course in `dir`, from the copy in `cacheDir` if the same code made it from the same files. Reading and checking a course takes
 * half a second, loading the copy a few milliseconds.
 *
 * @throws CourseError with every error of the course
 */
export async function openCourse(dir: string, cacheDir: string): Promise<Course> {
  const copy = join(cacheDir, 'course')
  const made = madeFrom(dir)
  const cached = readCopy(copy, made)
  if (cached !== undefined) return cached
  const { loadCourseOrThrow } = await import('./load.ts')
  const course = loadCourseOrThrow(dir)
  writeCopy(copy, cacheDir, made, course)
  return course
}

/** A fingerprint: path, time and size of every file of the course and of the code that reads it. */
function madeFrom(dir: string): string {
  const files = [import.meta.dirname, dir].flatMap(filesIn).map((file) => {
    const stat = statOf(file)
    return [file, stat?.mtimeMs, stat?.size]
  })
  return inAscii(files)
}

/** A file can vanish after it was listed, have a name that cannot be decoded, or be a link that leads nowhere. */
function statOf(file: string): Stats | undefined {
  try {
    return statSync(file)
  } catch {
    return undefined
  }
}

function filesIn(dir: string): readonly string[] {
  try {
    const entries = readdirSync(dir, { recursive: true, withFileTypes: true })
    return entries.filter(isFileOrLink).map((entry) => join(entry.parentPath, entry.name)).sort()
  } catch {
    return []
  }
}

/** The last line of a complete copy. */
const end = 'end'

/**
 * The first line of a copy is the fingerprint of what it was made from; each further line is one field of the course, name first. A
 * field is parsed when it is first read: a start needs the questions, but not what look-ups need.
 *
 * @returns undefined if there is no copy, or it is incomplete or out of date
 */
function readCopy(file: string, made: string): Course | undefined {
  const [first, ...lines] = linesOf(file)
  if (first !== made || lines.pop() !== end) return undefined
  const parts = lines.map((line): [string, () => unknown] => {
    const space = line.indexOf(' ')
    return [line.slice(0, space), () => JSON.parse(line.slice(space))]
  })
  const fields = Object.fromEntries(parts) as { [Name in keyof Course]: () => Course[Name] }
  const course: Course = lazy<Course>({ ...fields, byId: () => indexOf(course) })
  return course
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'latin1').split('\n')
  } catch {
    return []
  }
}

/** If the folder cannot be written, only the next start is slower. */
function writeCopy(file: string, cacheDir: string, made: string, course: Course): void {
  const { byId: _index, ...content } = course
  const lines = [made, ...Object.entries(content).map(([name, part]) => `${name} ${inAscii(part)}`), end]
  try {
    mkdirSync(cacheDir, { recursive: true, mode: 0o700 })
    const unfinished = `${file}.${process.pid}`
    writeFileSync(unfinished, lines.join('\n'))
    renameSync(unfinished, file)
  } catch {
    // The course is in memory; nothing else depends on the copy.
  }
}

/** JSON on one line, in ASCII, because that is read and parsed twice as fast. */
function inAscii(value: unknown): string {
  // Without the flag `u`, so that each half of a surrogate pair is escaped separately.
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
