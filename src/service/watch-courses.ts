// Looks every few seconds whether a course has changed, or whether somebody asks to read them all again. Files are looked at, and not waited
// for: no signal tells of what changes behind a mount, or when a link is made to lead elsewhere.
import type { OpenedCourses } from '../course/open-courses.ts'
import { createReload, type ToReload } from './reload.ts'
import { takeRequests, type Report } from './requests.ts'

/** In milliseconds. A change is taken up once two looks in a row see the same files. */
const lookEvery = 2_000

export type CourseWatch = { readonly stop: () => Promise<void> }

/** @param opened what is taught since the start */
export function watchCourses(opened: OpenedCourses, given: ToReload, databaseFile: string): CourseWatch {
  const reload = createReload(opened, given)
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let underWay: Promise<unknown> = Promise.resolve()

  async function look(): Promise<void> {
    try {
      const request = takeRequests(databaseFile, 'reload')
      const report: Report | undefined = request === undefined ? await reload.look() : await reload.now()
      if (request !== undefined && report !== undefined) request.answer(report)
    } catch (fault) {
      given.log.warn({ fault }, 'could not look whether the courses have changed; trying again')
    }
    if (!stopped) next()
  }

  function next(): void {
    timer = setTimeout(() => void (underWay = look()), lookEvery).unref()
  }

  next()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}
