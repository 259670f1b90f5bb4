// What the checker says about course files: one problem is one line of its report.
import type { Course } from './course.ts'

export type Problem = {
  /** An error stops the bot from starting; a warning wants a look. */
  readonly level: 'error' | 'warning'
  /** The id of the check, as a `waive` names it. */
  readonly check: string
  /** Relative to the course folder. */
  readonly file: string
  /** Counted from 1; 0 where the problem is the file as a whole. */
  readonly line: number
  readonly message: string
  readonly remedy: string
  /** The question that it is about, if it is about one. */
  readonly question?: string
}

export type Place = Pick<Problem, 'file' | 'line'>

/** Finds an item of the course, or one field of it, in the file that it was read from; course.yaml for the course itself. */
export type Where = (item: object, ...field: readonly (string | number)[]) => Place

/** One subject of the checker: what is wrong with a course in that respect. */
export type Check = (course: Course, where: Where) => readonly Problem[]

export class CourseError extends Error {
  readonly code = 'course-invalid'
  readonly problems: readonly Problem[]

  constructor(dir: string, problems: readonly Problem[]) {
    const many = problems.length === 1 ? 'one error' : `${problems.length} errors`
    super([`The course in ${dir} has ${many}; mend the files and start again:`, ...problems.map(problemLine)].join('\n'))
    this.name = 'CourseError'
    this.problems = problems
  }
}

export function placeOf({ file, line }: Place): string {
  return line === 0 ? file : `${file}:${line}`
}

export function problemLine(problem: Problem): string {
  return `${placeOf(problem)} ${problem.level} [${problem.check}] ${problem.message}. ${problem.remedy}.`
}
