// The whole checker: whether a course folder can be used, and how well it is written.
import { checkAskedAlike } from './check/asked-alike.ts'
import { checkAidWriting } from './check/aids.ts'
import { checkBalance } from './check/balance.ts'
import { checkCode } from './check/code.ts'
import { checkCues } from './check/cues.ts'
import { checkLikeness } from './check/likeness.ts'
import { checkPatterns } from './check/patterns.ts'
import { checkResponsibilities } from './check/responsibilities.ts'
import { checkServices } from './check/services.ts'
import { measureCoverage } from './check/coverage.ts'
import type { CourseReport } from './check/report.ts'
import { loadCourse } from './load.ts'
import type { Problem } from './problem.ts'
import { sortWaived } from './check/waivers.ts'

/** Reads the folder and runs every check. Never throws for what is in the folder. */
export function checkCourse(dir: string): CourseReport {
  const { course, problems, where } = loadCourse(dir)
  if (course === undefined) return { problems, waived: [], coverage: undefined }
  const findings = writingChecks.flatMap((check) => check(course, where))
  const { open, waived } = sortWaived(course, findings, where)
  return {
    problems: [...problems, ...open].sort(byPlace),
    waived: [...waived].sort((one, other) => byPlace(one.problem, other.problem)),
    coverage: measureCoverage(course),
  }
}

/** Matters of judgment: an author may waive their findings, giving a reason. */
const writingChecks = [checkCode, checkLikeness, checkServices, checkCues, checkResponsibilities, checkAidWriting, checkPatterns, checkBalance, checkAskedAlike]

function byPlace(one: Problem, other: Problem): number {
  return one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1
}
