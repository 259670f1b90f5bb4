// Reminders to review: at a time of one's own choosing, only on days on which one's team studies.
import { hash } from './random.ts'
import type { AccountId, Quiz } from './quiz.ts'
import { isIn } from './date-range.ts'
import { nextDue, type Weekday } from './schedule.ts'
import { hour, localDate, minute, type Instant, type LocalTime, type Zone } from './time.ts'

export type Reminder = { readonly time: LocalTime; readonly zone: Zone }

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5]

/** Many choose the same time, and platforms take only so many messages a minute. */
const spreadMinutes = 5

/** When to look next, after `now`. A few minutes late, as many for each account every day. */
export function nextReminder(account: AccountId, { time, zone }: Reminder, now: Instant): Instant {
  const late = (hash(account) % spreadMinutes) * minute
  return nextDue({ time, zone, days: everyDay }, now - late + 1).at + late
}

/** One that the bot could not send in time stays out: nobody wants the morning's reminder in the evening. */
export const isStale = (nextAt: Instant, now: Instant): boolean => now - nextAt > hour

/** Whether one of the quizzes runs on that day, and it is none of its days off; Monday to Friday for somebody who has none. */
export function isStudyDay(quizzes: readonly Pick<Quiz, 'days' | 'off'>[], now: Instant, zone: Zone): boolean {
  const date = localDate(now, zone)
  const weekday = Temporal.PlainDate.from(date).dayOfWeek
  const runs = ({ days, off }: Pick<Quiz, 'days' | 'off'>) => days.some((each) => each === weekday) && !isIn(off, date)
  return quizzes.length === 0 ? runs({ days: weekdays, off: [] }) : quizzes.some(runs)
}
