// A course with its look-up, read once by each process that runs tests: reading and indexing cost more than most tests. Both are only read.
import type { Course } from '../../src/course/course.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { buildLookup } from '../../src/course/lookup/lookup.ts'

type Taught = { readonly course: Course; readonly lookup: ReturnType<typeof buildLookup> }

const known = new Map<string, Taught>()

export function courseOf(folder: string): Taught {
  const found = known.get(folder)
  if (found !== undefined) return found
  const course = loadCourseOrThrow(folder)
  const taught = { course, lookup: buildLookup(course) }
  known.set(folder, taught)
  return taught
}
