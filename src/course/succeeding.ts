// A course that takes the place of an earlier version of it while the bot is running.
import type { Course } from './course.ts'
import { lazy } from './lazy.ts'

/** Versions back: by then nobody is left in a session that began with it, or they go past its changed tasks. */
const mostKept = 3

/** Each field is still made when it's first read. */
export function succeeding(course: Course, earlier: Course | undefined): Course {
  const fields = Object.fromEntries((Object.keys(course) as (keyof Course)[]).map((name) => [name, () => course[name]])) as { [Name in keyof Course]-?: () => Course[Name] }
  return lazy<Course>({ ...fields, earlier: () => (earlier === undefined ? undefined : cut(earlier, mostKept)) })
}

const cut = (course: Course, kept: number): Course => succeeding(course, kept > 1 ? course.earlier : undefined)

/** The first that the course or an earlier version of it has. */
export function inVersions<Found>(course: Course, find: (version: Course) => Found | null | undefined): Found | undefined {
  for (let version: Course | undefined = course; version !== undefined; version = version.earlier) {
    const found = find(version)
    if (found !== null && found !== undefined) return found
  }
  return undefined
}
