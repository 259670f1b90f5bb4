// A quiz: what a channel has set up. One quiz a channel.
import type { Weekday, Schedule } from './schedule.ts'
import { hour, minute, type Instant, type LocalDate } from './time.ts'

/** A workspace, a server, or the terminal. Made and read by the adapter alone. */
export type GroupId = string
/** A channel. Made and read by the adapter alone. */
export type PlaceId = string
/** A person in a group. Made and read by the adapter alone. */
export type PersonId = string
/** A delivery of the platform: the same for a repeated one. Made by the platform alone. */
export type EventId = string
export type QuestionId = string
export type TopicId = string
/** An option of a question as the course names it: `a` to `f`, wherever it is shown. */
export type OptionId = string

/**
 * `instant`: the first answer counts and is explained at once. `at-close`: an answer may be changed until the round closes;
 * nothing is given away before.
 */
export type Feedback = 'instant' | 'at-close'

export type QuizSettings = Schedule & {
  /** How long a round stays open, in minutes; null: until an hour before the next one. */
  readonly openMinutes: number | null
  /** Topics that questions come from; empty: all. */
  readonly topics: readonly TopicId[]
  readonly feedback: Feedback
  /** The hour at which a study day begins: an answer at 01:00 belongs to the day before where this is 4. 0 to 23. */
  readonly rolloverHour: number
  /** How late a round may still be posted, in minutes after it was due. Later than that it is recorded as missed. */
  readonly catchUpMinutes: number
}

export type Quiz = QuizSettings & {
  readonly group: GroupId
  readonly place: PlaceId
  /** Whoever set it up and whom they named. Owners and admins of the group need no entry. */
  readonly managers: readonly PersonId[]
  readonly paused: boolean
  /** The next date that is to be left out, said by a manager. */
  readonly skipDate: LocalDate | null
  /** The last date that had its round, or had none for a reason on record. No later round falls on it again. */
  readonly lastDate: LocalDate | null
  /** The next round: its date and its moment. */
  readonly nextDate: LocalDate
  readonly nextAt: Instant
}

const workingDays: readonly Weekday[] = [1, 2, 3, 4, 5]

export const defaultSettings: Omit<QuizSettings, 'zone'> = {
  time: '09:00',
  days: workingDays,
  openMinutes: null,
  topics: [],
  feedback: 'instant',
  rolloverHour: 4,
  catchUpMinutes: 6 * 60,
}

/** A round that stays open "until an hour before the next one" is open for an hour at the least. */
const restBeforeNext = hour

/** The moment at which a round closes that opens at `openedAt` and whose successor comes at `nextAt`. */
export function closesAt(settings: QuizSettings, openedAt: Instant, nextAt: Instant): Instant {
  if (settings.openMinutes !== null) return openedAt + settings.openMinutes * minute
  return Math.max(nextAt - restBeforeNext, openedAt + restBeforeNext)
}

/** Who asks for a manager's action. `admin`: the platform says that they own or administer the group. */
export type Asker = { readonly id: PersonId; readonly admin: boolean }

/** Owners and admins of the group always may, so that no quiz can lock them out. */
export function mayManage(quiz: Quiz, asker: Asker): boolean {
  return asker.admin || quiz.managers.includes(asker.id)
}
