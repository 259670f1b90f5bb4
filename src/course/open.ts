// The course for a program that wants to start fast: checked once, then kept ready to load until a file of it changes.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Course } from './course.ts'
import { freeze } from './course-index.ts'

/**
 * The course in `dir`, from the copy in `cacheDir` where that one was made from the same files by the same code. Reading and
 * checking a course takes half a second, loading the copy a few milliseconds.
 *
 * @throws CourseError with every error of the course
 */
export async function openCourse(dir: string, cacheDir: string): Promise<Course> {
  const copy = join(cacheDir, `course-${fingerprint(dir)}.bin`)
  const kept = readCopy(copy)
  if (kept !== undefined) return kept
  const { loadCourseOrThrow } = await import('./load.ts')
  const course = loadCourseOrThrow(dir)
  keepCopy(copy, cacheDir, course)
  return course
}

/** Depends on every byte of the course, on the code that reads it, and on the Node that wrote the copy. */
function fingerprint(dir: string): string {
  const hash = createHash('sha1').update(process.version)
  for (const name of readdirSync(import.meta.dirname).sort()) {
    const { mtimeMs, size } = statSync(join(import.meta.dirname, name))
    hash.update(`${name} ${mtimeMs} ${size}\n`)
  }
  for (const name of namesIn(dir)) hash.update(`${name}\n`).update(readFileSync(join(dir, name)))
  return hash.digest('hex').slice(0, 20)
}

function namesIn(dir: string): readonly string[] {
  try {
    const entries = readdirSync(dir, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(dir.length)).sort()
  } catch {
    return []
  }
}

function readCopy(file: string): Course | undefined {
  try {
    return freeze(deserialize(readFileSync(file)) as Course)
  } catch {
    return undefined
  }
}

/** Takes the place of older copies. A folder that cannot be written costs time at the next start and nothing else. */
function keepCopy(file: string, cacheDir: string, course: Course): void {
  try {
    mkdirSync(cacheDir, { recursive: true })
    const unfinished = `${file}.${process.pid}`
    writeFileSync(unfinished, serialize(course))
    for (const name of readdirSync(cacheDir)) if (/^course-[0-9a-f]+\.bin$/.test(name)) rmSync(join(cacheDir, name))
    renameSync(unfinished, file)
  } catch {
    // The course is whole in memory.
  }
}
