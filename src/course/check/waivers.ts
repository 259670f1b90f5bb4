// Findings that an author has read and lets stand, with the reason: of one question in its file, of the whole course in course.yaml.
import type { Course } from '../course.ts'
import type { Problem, Where } from '../problem.ts'

export type Waived = { readonly problem: Problem; readonly reason: string }

export type Sorted = {
  /** What nobody has answered, and waivers that answer nothing. */
  readonly open: readonly Problem[]
  readonly waived: readonly Waived[]
}

/** Only matters of writing can be waived; what the bot relies on never comes here. */
export function sortWaived(course: Course, problems: readonly Problem[], where: Where): Sorted {
  const reasons = problems.map((problem) => ({ problem, reason: reasonFor(course, problem) }))
  return {
    open: [
      ...reasons.filter(({ reason }) => reason === undefined).map(({ problem }) => problem),
      ...idleInQuestions(course, problems, where),
      ...idleInCourse(course, problems, where),
    ],
    waived: reasons.flatMap(({ problem, reason }) => (reason === undefined ? [] : [{ problem, reason }])),
  }
}

function reasonFor({ waive, byId }: Course, { question, check, level }: Problem): string | undefined {
  if (question !== undefined) return byId.questions.get(question)?.waive?.[check]
  return level === 'warning' ? waive[check] : undefined
}

function idleInQuestions({ questions }: Course, problems: readonly Problem[], where: Where): readonly Problem[] {
  return questions.flatMap((question) =>
    Object.keys(question.waive ?? {})
      .filter((check) => !problems.some((problem) => problem.question === question.id && problem.check === check))
      .map((check) => ({ ...idle(`${question.id}: it waives ${check}, which has nothing to waive here`), ...where(question, 'waive', check), question: question.id })),
  )
}

function idleInCourse(course: Course, problems: readonly Problem[], where: Where): readonly Problem[] {
  return Object.keys(course.waive)
    .filter((check) => !problems.some((problem) => problem.question === undefined && problem.level === 'warning' && problem.check === check))
    .map((check) => {
      const inQuestions = problems.some((problem) => problem.check === check && problem.question !== undefined)
      const message = inQuestions ? `${check} is waived for the course, but it is about single questions` : `${check} is waived, but it has nothing to say`
      return { ...idle(message, inQuestions ? 'Waive it in the questions instead' : undefined), ...where(course, 'waive', check) }
    })
}

function idle(message: string, remedy = 'Take the waiver out'): Pick<Problem, 'level' | 'check' | 'message' | 'remedy'> {
  return { level: 'warning', check: 'waiver-idle', message, remedy }
}
