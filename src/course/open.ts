// The course for the running bot. Reading YAML takes most of a cold start, so a checked course is kept as one file of JSON
// and read from there for as long as neither the course nor the code that checks it has changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Course } from './course.ts'
import { withIndex } from './course-index.ts'
import type { CourseContent } from './course-index.ts'

type Snapshot = { readonly fingerprint: string; readonly content: CourseContent }

/**
 * Throws a CourseError for a course with errors.
 * @param snapshot the file to keep the checked course in, for example var/course.json; it may be deleted at any time
 */
export async function openCourse(dir: string, snapshot: string): Promise<Course> {
  const fingerprint = fingerprintOf([dir, import.meta.dirname])
  const kept = readSnapshot(snapshot)
  if (kept?.fingerprint === fingerprint) return withIndex(kept.content)

  const { loadCourseOrThrow } = await import('./load.ts')
  const course = loadCourseOrThrow(dir)
  const { byId: _, ...content } = course
  writeSnapshot(snapshot, { fingerprint, content })
  return course
}

function fingerprintOf(dirs: readonly string[]): string {
  const hash = createHash('sha256')
  for (const dir of dirs.filter((dir) => existsSync(dir))) {
    const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    for (const file of entries.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
      const content = readFileSync(file)
      hash.update(`${file}\n${content.length}\n`).update(content)
    }
  }
  return hash.digest('hex')
}

function readSnapshot(file: string): Snapshot | undefined {
  try {
    const kept: Snapshot = JSON.parse(readFileSync(file, 'utf8'))
    return kept
  } catch {
    // Not there yet, or cut short: the course itself is still there.
    return undefined
  }
}

function writeSnapshot(file: string, snapshot: Snapshot): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(snapshot))
    renameSync(`${file}.new`, file)
  } catch {
    // On a read-only disk each start reads the course anew.
  }
}
