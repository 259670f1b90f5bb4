// The course for a program that wants to start fast: checked once, then kept ready to load until a file of it changes.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Course } from './course.ts'
import { withIndex, type CourseContent } from './course-index.ts'

/**
 * The course in `dir`, from the copy in `cacheDir` where that one was made from the same files by the same code. Reading and
 * checking a course takes half a second, loading the copy a few milliseconds.
 *
 * @throws CourseError with every error of the course
 */
export async function openCourse(dir: string, cacheDir: string): Promise<Course> {
  const copy = join(cacheDir, `course-${fingerprint(dir)}.json`)
  const kept = readCopy(copy)
  if (kept !== undefined) return kept
  const { loadCourseOrThrow } = await import('./load.ts')
  const course = loadCourseOrThrow(dir)
  keepCopy(copy, cacheDir, course)
  return course
}

/** Another one as soon as a file of the course, or of the code that reads it, has another name, size or time. */
function fingerprint(dir: string): string {
  const hash = createHash('sha1')
  for (const folder of [import.meta.dirname, dir]) {
    for (const file of filesIn(folder)) {
      const { mtimeMs, size } = statSync(file)
      hash.update(`${file} ${mtimeMs} ${size}\n`)
    }
  }
  return hash.digest('hex').slice(0, 20)
}

function filesIn(dir: string): readonly string[] {
  try {
    const entries = readdirSync(dir, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
  } catch {
    return []
  }
}

function readCopy(file: string): Course | undefined {
  try {
    return withIndex(JSON.parse(readFileSync(file, 'utf8')) as CourseContent)
  } catch {
    return undefined
  }
}

/** Takes the place of older copies. A folder that cannot be written costs time at the next start and nothing else. */
function keepCopy(file: string, cacheDir: string, course: Course): void {
  try {
    mkdirSync(cacheDir, { recursive: true })
    const unfinished = `${file}.${process.pid}`
    const { byId: _index, ...content } = course
    writeFileSync(unfinished, JSON.stringify(content))
    for (const name of readdirSync(cacheDir)) if (/^course-[0-9a-f]+\.json$/.test(name)) rmSync(join(cacheDir, name))
    renameSync(unfinished, file)
  } catch {
    // The course is whole in memory.
  }
}
