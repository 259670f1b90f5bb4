// Everything that the checker knows about a course folder: whether it can be used, and how well it is written.
import { checkAidWriting } from './check/aids.ts'
import { checkBalance } from './check/balance.ts'
import { checkCues } from './check/cues.ts'
import { checkLikeness } from './check/likeness.ts'
import { checkPatterns } from './check/patterns.ts'
import { checkResponsibilities } from './check/responsibilities.ts'
import { checkServices } from './check/services.ts'
import { measureCoverage } from './check/coverage.ts'
import type { Coverage } from './check/coverage.ts'
import { loadCourse } from './load.ts'
import type { Problem } from './problem.ts'
import { sortWaived } from './check/waivers.ts'
import type { Waived } from './check/waivers.ts'

export type CourseReport = {
  /** By file and line. */
  readonly problems: readonly Problem[]
  /** By file and line as well. */
  readonly waived: readonly Waived[]
  /** Nothing where course.yaml cannot be used. */
  readonly coverage: Coverage | undefined
}

export function checkCourse(dir: string): CourseReport {
  const { course, problems, where } = loadCourse(dir)
  if (course === undefined) return { problems, waived: [], coverage: undefined }
  const { open, waived } = sortWaived(course, checksOfWriting.flatMap((check) => check(course, where)), where)
  return {
    problems: [...problems, ...open].sort(byPlace),
    waived: [...waived].sort((one, other) => byPlace(one.problem, other.problem)),
    coverage: measureCoverage(course),
  }
}

/** Matters of judgement: an author may waive what they say, with the reason. */
const checksOfWriting = [checkLikeness, checkServices, checkCues, checkResponsibilities, checkAidWriting, checkPatterns, checkBalance]

function byPlace(one: Problem, other: Problem): number {
  return one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1
}
