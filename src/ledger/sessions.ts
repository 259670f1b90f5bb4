// The part of the ledger for private sessions: practice, reviews, exams, cards, drills, cases. They belong to a learner, so whoever of
// the learner's accounts asks sees the same one.
import type { CourseNumber } from '../core/course-number.ts'
import type { AccountId } from '../core/quiz.ts'
import type { Act, ActVerdict, Session, SessionId, SessionKind } from '../core/session.ts'
import type { Instant } from '../core/time.ts'

export type NewSession = Pick<Session, 'id' | 'kind' | 'about' | 'tasks' | 'zone' | 'startedAt' | 'endsAt' | 'course'>

export type Acted = {
  readonly session: Session
  readonly verdict: ActVerdict
}

/** `account`: the one that started it. */
export type EndedSession = Pick<Session, 'id' | 'kind' | 'course'> & { readonly account: AccountId }

export type Sessions = {
  /**
   * Starts it, or gives back the one of this id, or the one of this kind that is running: in each course, a learner has one at a time. `started`: it is
   * the new one.
   */
  start(account: AccountId, session: NewSession): Promise<{ readonly session: Session; readonly started: boolean }>
  /** Cheap: for every command that shows where somebody is. */
  running(account: AccountId, kind: SessionKind, course?: CourseNumber): Promise<Session | undefined>
  /** Undefined if it is not the learner's own. */
  find(account: AccountId, id: SessionId): Promise<Session | undefined>
  /**
   * Decides an act by `decideAct`, and saves the session and what goes into the log. Undefined if the session is not the learner's own.
   *
   * @param at when they pressed, by the platform
   */
  act(account: AccountId, id: SessionId, act: Act, at: Instant): Promise<Acted | undefined>
  /** The learner's ended sessions of this kind that were not given up, the latest first. */
  past(account: AccountId, kind: SessionKind, limit: number, course?: CourseNumber): Promise<readonly Session[]>
  /** Ends the sessions whose time was up before `before`, at most `limit`, and gives them back: the ones due first come first, and none comes twice. */
  endDue(before: Instant, limit: number): Promise<readonly EndedSession[]>
  /**
   * The bot was down from `from` to `to`: running sessions that have an end, and had not reached it, end that much later. Time that was
   * given back once is not given again.
   *
   * @returns how many
   */
  giveBack(from: Instant, to: Instant): Promise<number>
}
