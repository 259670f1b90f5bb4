// Everything that the checker knows about a course folder: whether it can be used, and how well it is written.
import { checkBalance } from './check-balance.ts'
import { checkCues } from './check-cues.ts'
import { checkLikeness } from './check-likeness.ts'
import { checkPatterns } from './check-patterns.ts'
import { checkResponsibilities } from './check-responsibilities.ts'
import { checkServices } from './check-services.ts'
import type { Course } from './course.ts'
import { measureCoverage } from './coverage.ts'
import type { Coverage } from './coverage.ts'
import { loadCourse } from './load.ts'
import type { Problem, Where } from './problem.ts'

export type CourseReport = {
  /** By file and line. */
  readonly problems: readonly Problem[]
  /** Nothing where course.yaml cannot be used. */
  readonly coverage: Coverage | undefined
}

export function checkCourse(dir: string): CourseReport {
  const { course, problems, where } = loadCourse(dir)
  if (course === undefined) return { problems, coverage: undefined }
  const writing = checksOfWriting.flatMap((check) => check(course, where))
  const all = [...problems, ...unwaived(course, writing), ...idleWaivers(course, writing, where)]
  return { problems: all.sort(byPlace), coverage: measureCoverage(course) }
}

/** Matters of judgement: an author may waive what they say about one question, with the reason. */
const checksOfWriting = [checkLikeness, checkServices, checkCues, checkResponsibilities, checkPatterns, checkBalance]

function unwaived({ byId }: Course, problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ question, check }) => question === undefined || byId.questions.get(question)?.waive?.[check] === undefined)
}

function idleWaivers({ questions }: Course, problems: readonly Problem[], where: Where): readonly Problem[] {
  return questions.flatMap((question) =>
    Object.keys(question.waive ?? {})
      .filter((check) => !problems.some((problem) => problem.question === question.id && problem.check === check))
      .map((check): Problem => {
        const message = `${question.id}: it waives ${check}, which has nothing to waive here`
        return { level: 'warning', check: 'waiver-idle', ...where(question, 'waive', check), question: question.id, message, remedy: 'Take the waiver out' }
      }),
  )
}

function byPlace(one: Problem, other: Problem): number {
  return one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1
}
