// Opens a course fast: read and checked once, then loaded from a cached copy until one of its files changes.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import type { Course } from './course.ts'
import { indexOf } from './course-index.ts'
import { lazy } from './lazy.ts'
import { listFiles } from './read/list-files.ts'

/**
 * The course in `dir`, from the copy in `cacheDir` if the same code made it from the same files. Reading and checking a course takes
 * half a second, loading the copy a few milliseconds.
 *
 * @param warn called with each warning about the folder, at every start until its author has recounted it
 * @param copy the name of the copy
 * @throws CourseError with every error of the course
 */
export async function openCourse(dir: string, cacheDir: string, warn: (sentence: string) => void = () => undefined, copy = 'course'): Promise<Course> {
  const { course, warnings } = await openWithWarnings(dir, cacheDir, copy)
  for (const warning of warnings) warn(warning)
  return course
}

type Opened = { readonly course: Course; readonly warnings: readonly string[] }

async function openWithWarnings(dir: string, cacheDir: string, name: string): Promise<Opened> {
  const made = madeFrom(dir)
  const cached = readCopy(linesOf(join(cacheDir, name)), made)
  return cached ?? (await readAndKeep(dir, cacheDir, name)).opened
}

/**
 * Reads and checks the course, whatever was kept of it.
 *
 * @returns the copy as well, which another thread can open with {@link openCopy}
 * @throws CourseError with every error of the course
 */
export async function readAndKeep(dir: string, cacheDir: string, name: string): Promise<{ readonly opened: Opened; readonly copy: string }> {
  const made = madeFrom(dir)
  const [{ loadUsableCourse }, { problemLine }] = await Promise.all([import('./load.ts'), import('./problem.ts')])
  const { course, warnings } = loadUsableCourse(dir)
  const opened = { course, warnings: warnings.map(problemLine) }
  const copy = copyOf(made, opened)
  writeCopy(copy, cacheDir, name)
  return { opened, copy }
}

/** What a copy says, whatever it was made from. */
export function openCopy(copy: string): Opened {
  const lines = copy.split('\n')
  const opened = readCopy(lines, lines[0] ?? '')
  if (opened === undefined) throw new Error('a copy of a course is not whole')
  return opened
}

/** Whether what is kept of the course may be of other files than there are now; false where nothing is kept. */
export function isKeptOfOther(dir: string, cacheDir: string, name: string): boolean {
  const [made] = linesOf(join(cacheDir, name))
  return made !== undefined && made !== madeFrom(dir)
}

/** A fingerprint: path, time and size of every file of the course and of the code that reads it. */
function madeFrom(dir: string): string {
  const paths = [import.meta.dirname, dir].flatMap((folder) => listFiles(folder).names.map((name) => join(folder, name)))
  const files = paths.map((path) => {
    const stat = statOf(path)
    return [path, stat?.mtimeMs, stat?.size]
  })
  return inAscii(files)
}

/** Undefined for a file that is gone, has a name that cannot be decoded, or is a link that leads nowhere. */
function statOf(file: string): Stats | undefined {
  try {
    return statSync(file)
  } catch {
    return undefined
  }
}

/** The last line of a complete copy. */
const end = 'end'

/**
 * The first line of a copy is the fingerprint of what it was made from, the second the warnings. Each further line is one field of the
 * course, name first. A field is parsed when it is first read: a start needs the questions, but not what look-ups need.
 *
 * @returns undefined if there is no copy, or it is incomplete or out of date
 */
function readCopy(copy: readonly string[], made: string): Opened | undefined {
  const [first, warnings = '', ...lines] = copy
  if (first !== made || lines.pop() !== end) return undefined
  const parts = lines.map((line): [string, () => unknown] => {
    const space = line.indexOf(' ')
    return [line.slice(0, space), () => JSON.parse(line.slice(space))]
  })
  const fields = Object.fromEntries(parts) as { [Name in keyof Course]: () => Course[Name] }
  const course: Course = lazy<Course>({ ...fields, byId: () => indexOf(course) })
  return { course, warnings: JSON.parse(warnings) as readonly string[] }
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'latin1').split('\n')
  } catch {
    return []
  }
}

function copyOf(made: string, { course, warnings }: Opened): string {
  const { byId: _index, ...content } = course
  return [made, inAscii(warnings), ...Object.entries(content).map(([name, part]) => `${name} ${inAscii(part)}`), end].join('\n')
}

/** If the folder cannot be written to, the next start is slower. */
function writeCopy(copy: string, cacheDir: string, name: string): void {
  try {
    mkdirSync(cacheDir, { recursive: true, mode: 0o700 })
    const unfinished = join(cacheDir, `${name}.${process.pid}`)
    writeFileSync(unfinished, copy)
    renameSync(unfinished, join(cacheDir, name))
  } catch {
    // The course is in memory; nothing else depends on the copy.
  }
}

/** JSON on one line, in ASCII, which is read and parsed twice as fast. */
function inAscii(value: unknown): string {
  // Without the flag `u`, so that each half of a surrogate pair is escaped separately.
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
