// The course for a program that wants to start fast: checked once, then kept ready to load until a file of it changes.
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Course } from './course.ts'
import { indexOf } from './course-index.ts'
import { lazy } from './lazy.ts'

/**
 * The course in `dir`, from the copy in `cacheDir` where that one was made from the same files by the same code. Reading and
 * checking a course takes half a second, loading the copy a few milliseconds.
 *
 * @throws CourseError with every error of the course
 */
export async function openCourse(dir: string, cacheDir: string): Promise<Course> {
  const copy = join(cacheDir, 'course')
  const made = madeFrom(dir)
  const kept = readCopy(copy, made)
  if (kept !== undefined) return kept
  const { loadCourseOrThrow } = await import('./load.ts')
  const course = loadCourseOrThrow(dir)
  keepCopy(copy, cacheDir, made, course)
  return course
}

/** Every file of the course, and of the code that reads it, with its time and size: another text as soon as one of them changes. */
function madeFrom(dir: string): string {
  const files = [import.meta.dirname, dir].flatMap(filesIn).map((file) => {
    const { mtimeMs, size } = statSync(file)
    return [file, mtimeMs, size]
  })
  return inAscii(files)
}

function filesIn(dir: string): readonly string[] {
  try {
    const entries = readdirSync(dir, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
  } catch {
    return []
  }
}

/** Stands at the end of a whole copy. */
const end = 'end'

/**
 * A copy has a line for what it was made from, and one for each part of the course with the name of the part before it. A part is
 * read when it is first asked for: a start needs the questions, and not what looking things up needs.
 */
function readCopy(file: string, made: string): Course | undefined {
  const [first, ...lines] = linesOf(file)
  if (first !== made || lines.pop() !== end) return undefined
  const parts = lines.map((line): [string, () => unknown] => {
    const space = line.indexOf(' ')
    return [line.slice(0, space), () => JSON.parse(line.slice(space))]
  })
  const course: Course = lazy<Course>({ ...(Object.fromEntries(parts) as { [Name in keyof Course]: () => Course[Name] }), byId: () => indexOf(course) })
  return course
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'latin1').split('\n')
  } catch {
    return []
  }
}

/** A folder that cannot be written costs time at the next start and nothing else. */
function keepCopy(file: string, cacheDir: string, made: string, course: Course): void {
  const { byId: _index, ...content } = course
  const lines = [made, ...Object.entries(content).map(([name, part]) => `${name} ${inAscii(part)}`), end]
  try {
    mkdirSync(cacheDir, { recursive: true })
    const unfinished = `${file}.${process.pid}`
    writeFileSync(unfinished, lines.join('\n'))
    renameSync(unfinished, file)
  } catch {
    // The course is whole in memory.
  }
}

/** JSON on one line. In ASCII, which is read and parsed in half the time of anything else. */
function inAscii(value: unknown): string {
  // Without the flag `u`, so that each half of a pair is escaped by itself.
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
