// The part of the ledger for corrections of the course itself, by the operator: they hold in all channels, in private sessions, and from now on.
import type { Standard } from '../core/correction.ts'
import type { StandingCorrection, Version } from '../core/corrected-bank.ts'
import type { QuestionId } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'

/** On record for good, also once it is taken back. */
export type CourseCorrection = StandingCorrection & { readonly id: number; readonly at: Instant; readonly why: string; readonly undoneAt: Instant | null }

/** What a correction touches, or has touched: rounds and the answers in them, and answers in private sessions. */
export type Reach = {
  readonly rounds: number
  readonly answers: number
  readonly gain: number
  readonly lose: number
  readonly sessions: number
  /** Rounds in which teams could then see what somebody chose who hides or goes by an alias. */
  readonly telling: number
}

export type ToCorrectInCourse = { readonly question: QuestionId; readonly asked: Version; readonly after: Version & Standard; readonly why: string }

export type CourseCorrections = {
  /** The oldest first. */
  all(): Promise<readonly CourseCorrection[]>
  foresee(what: Omit<ToCorrectInCourse, 'why'>): Promise<Reach>
  /**
   * Corrects the rounds that asked this version, whatever their managers made of it, and the private sessions with it. Answers of large rounds
   * follow by {@link Corrections.rejudge}.
   */
  correct(what: ToCorrectInCourse, at: Instant): Promise<Reach>
  /** Takes a correction back, but in rounds that their managers have corrected since. @returns undefined if it doesn't stand */
  undo(id: number, at: Instant): Promise<Reach | undefined>
}
