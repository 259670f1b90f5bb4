// The part of the ledger for its courses, each of which has a number; see core/course-number.ts.
import type { CourseId, CourseNumber } from '../core/course-number.ts'
import type { AccountId, QuestionId } from '../core/quiz.ts'

export type LedgerCourses = {
  /** By number: the first one is at 0. */
  known(): Promise<readonly CourseId[]>
  /**
   * Saves which courses the ledger has from now on.
   *
   * @param rule from core/course-number.ts; `asked`: all questions of the first course that anybody was asked
   * @returns them, as {@link LedgerCourses.known} has them
   */
  takeUp(rule: (known: readonly CourseId[], asked: readonly QuestionId[]) => readonly CourseId[]): Promise<readonly CourseId[]>
  /** Which course the learner chose last outside of all channels; undefined if they never did. */
  chosenBy(account: AccountId): Promise<CourseNumber | undefined>
  saveChosen(account: AccountId, course: CourseNumber): Promise<void>
}
