// The part of the ledger for reminders that people asked for.
import type { Reminder } from '../core/reminder.ts'
import type { AccountId, Quiz } from '../core/quiz.ts'
import type { Instant } from '../core/time.ts'

export type DueReminder = Reminder & {
  readonly account: AccountId
  readonly nextAt: Instant
  /** The account left every group in which it was known. */
  readonly gone: boolean
  /** Its person is away today, in whichever group. */
  readonly away: boolean
  /** The days of the quizzes that run in its groups. */
  readonly quizzes: readonly Pick<Quiz, 'days' | 'off'>[]
}

export type Reminders = {
  /** In place of the one there is; null turns it off. */
  set(account: AccountId, reminder: (Reminder & { readonly nextAt: Instant }) | null): Promise<void>
  of(account: AccountId): Promise<Reminder | undefined>
  /** Those to look at by now, the longest due first. */
  due(now: Instant, limit: number): Promise<readonly DueReminder[]>
  /** It was looked at, and will be again then. Nothing happens if it was turned off or changed meanwhile. */
  putOff(reminder: Pick<DueReminder, 'account' | 'nextAt'>, until: Instant): Promise<void>
}
