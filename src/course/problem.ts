// A problem in a course file, as one line of the checker's report.
import type { Course } from './course.ts'

export type Problem = {
  /** An error keeps the bot from starting or makes a question unfair; a warning asks the author to look. */
  readonly level: 'error' | 'warning'
  /** The id of the check, which a `waive` names. */
  readonly check: string
  /** Relative to the course folder. */
  readonly file: string
  /** From 1; 0 if the problem is about the file as a whole. */
  readonly line: number
  readonly message: string
  readonly remedy: string
  /** The id of the question, if it is about a single one. */
  readonly question?: string
}

export type Place = Pick<Problem, 'file' | 'line'>

/** Where an item of the course, or one field of it, was read from; course.yaml for the course itself. */
export type Where = (item: object, ...field: readonly (string | number)[]) => Place

/** Finds one kind of problem in a course. */
export type Check = (course: Course, where: Where) => readonly Problem[]

/** A course with errors. The message lists all of them, one a line. */
export class CourseError extends Error {
  readonly code = 'course-invalid'
  readonly problems: readonly Problem[]

  constructor(dir: string, problems: readonly Problem[]) {
    const many = problems.length === 1 ? 'one error' : `${problems.length} errors`
    super([`The course in ${dir} has ${many}. Correct the files and start again:`, ...problems.map(problemLine)].join('\n'))
    this.name = 'CourseError'
    this.problems = problems
  }
}

/** `file:line`, or the file alone. */
export function placeOf({ file, line }: Place): string {
  return line === 0 ? file : `${file}:${line}`
}

/** One line, even if it quotes line breaks of the file. */
export function problemLine(problem: Problem): string {
  const remedy = problem.remedy.endsWith('?') ? problem.remedy : `${problem.remedy}.`
  return `${placeOf(problem)} ${problem.level} [${problem.check}] ${problem.message}. ${remedy}`.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
}
