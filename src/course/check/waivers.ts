// Waivers: warnings that an author decides to ignore, with a reason. For one question in its file, for the whole course in course.yaml.
import type { Course } from '../course.ts'
import type { Problem, Where } from '../problem.ts'

export type Waived = { readonly problem: Problem; readonly reason: string }

export type Sorted = {
  /** Findings without a waiver, and waivers without a finding. */
  readonly open: readonly Problem[]
  readonly waived: readonly Waived[]
}

/** @param problems only of checks of writing: what the bot relies on cannot be waived */
export function sortWaived(course: Course, problems: readonly Problem[], where: Where): Sorted {
  const reasons = problems.map((problem) => ({ problem, reason: reasonFor(course, problem) }))
  return {
    open: [
      ...reasons.filter(({ reason }) => reason === undefined).map(({ problem }) => problem),
      ...unusedInQuestions(course, problems, where),
      ...unusedInCourse(course, problems, where),
    ],
    waived: reasons.flatMap(({ problem, reason }) => (reason === undefined ? [] : [{ problem, reason }])),
  }
}

function reasonFor({ waive, byId }: Course, { question, check, level }: Problem): string | undefined {
  if (question !== undefined) return byId.questions.get(question)?.waive?.[check]
  return level === 'warning' ? waive[check] : undefined
}

function unusedInQuestions({ questions }: Course, problems: readonly Problem[], where: Where): readonly Problem[] {
  return questions.flatMap((question) =>
    Object.keys(question.waive ?? {})
      .filter((check) => !problems.some((problem) => problem.question === question.id && problem.check === check))
      .map((check) => {
        const problem = unused(`${question.id}: it waives ${check}, but that check finds nothing here`)
        return { ...problem, ...where(question, 'waive', check), question: question.id }
      }),
  )
}

function unusedInCourse(course: Course, problems: readonly Problem[], where: Where): readonly Problem[] {
  return Object.keys(course.waive)
    .filter((check) => !problems.some((problem) => problem.question === undefined && problem.level === 'warning' && problem.check === check))
    .map((check) => {
      const inQuestions = problems.some((problem) => problem.check === check && problem.question !== undefined)
      const message = inQuestions ? `${check} is waived for the course, but it is about single questions` : `${check} is waived, but it finds nothing`
      return { ...unused(message, inQuestions ? 'Waive it in the questions instead' : undefined), ...where(course, 'waive', check) }
    })
}

function unused(message: string, remedy = 'Remove the waiver'): Pick<Problem, 'level' | 'check' | 'message' | 'remedy'> {
  return { level: 'warning', check: 'waiver-idle', message, remedy }
}
