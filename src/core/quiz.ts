// A quiz: what a channel has set up. Each channel has at most one.
import { firstCourse, type CourseNumber } from './course-number.ts'
import type { DayOff } from './days-off.ts'
import type { Weekday, Schedule } from './schedule.ts'
import { hour, minute, type Instant, type LocalDate } from './time.ts'

/** A workspace, a server, or the terminal. Made and read by the adapter alone. */
export type GroupId = string
/** A channel. Made and read by the adapter alone. */
export type PlaceId = string
/** A person in a group. Made and read by the adapter alone. */
export type PersonId = string
/**
 * A platform's own user, the same in all of its groups. Made and read by the adapter alone. Where a platform knows nobody across groups,
 * it is the same as the person's id.
 */
export type AccountId = string
/** A platform's id of one command or press: the same if it is delivered again. Made by the platform alone. */
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

/** How the close of a round is told: on top of the next daily question, as a reply to the round's own post, or not at all. */
export type RecapSetting = 'next' | 'thread' | 'off'

/** People whom a post can ping: a role, a user group, or all who are online. Made and read by the adapter alone. */
export type MentionId = string

/** Everyone in the channel who is online right now: the one {@link MentionId} that is the same on every platform that has it. */
export const hereMention: MentionId = 'here'

export type QuizSettings = Omit<Schedule, 'off'> & {
  /** How long a round stays open, in minutes; null: until an hour before the next one. */
  readonly openMinutes: number | null
  /** Courses that questions come from, at least one. The first is what look-ups and practice in the channel are about. */
  readonly courses: readonly CourseNumber[]
  /** Topics that questions come from; empty: all. */
  readonly topics: readonly TopicId[]
  readonly feedback: Feedback
  /** The hour at which a study day begins, 0 to 23: with 4, an answer at 01:00 belongs to the day before. */
  readonly rolloverHour: number
  /** How late a round may still be posted, in minutes; after that it is recorded as missed. */
  readonly catchUpMinutes: number
  readonly recap: RecapSetting
  /** Whether the channel gets a recap of each week. */
  readonly weekly: boolean
  /** Whether each question gets a thread to talk about it. */
  readonly thread: boolean
  /** Whom the daily post pings; null: nobody. */
  readonly mention: MentionId | null
  /** The country or region whose public holidays are days off, such as `DE-BE`; null: none. */
  readonly holidays: string | null
}

/**
 * Why a channel can't take posts any more. `unreachable`: the platform shows the bot no such channel, so it's deleted, or the bot
 * may not see it.
 */
export type ChannelLoss = 'deleted' | 'archived' | 'unreachable'

export type Quiz = QuizSettings & {
  readonly group: GroupId
  readonly place: PlaceId
  /** The person who set it up, and those named since. Owners and admins of the group need no entry. */
  readonly managers: readonly PersonId[]
  readonly paused: boolean
  /** Why the bot paused it without being asked; null if it didn't. */
  readonly retired: ChannelLoss | null
  /** The date that a manager skipped: the next one, or one that has no question for a while. */
  readonly skipDate: LocalDate | null
  /** The last date that had its round, or a reason on record why not. It never gets another one. */
  readonly lastDate: LocalDate | null
  /** Date and moment of the next round. */
  readonly nextDate: LocalDate
  readonly nextAt: Instant
  /** In order. Those that ended months ago may be left out. */
  readonly off: readonly DayOff[]
  /** Up to which date the public holidays stand in `off`; null: none do. */
  readonly holidaysUntil: LocalDate | null
  /** The channel whose quiz this one follows, and whether that is paused; absent if it has settings of its own. See sharing.ts. */
  readonly follows?: { readonly place: PlaceId; readonly paused: boolean } | undefined
}

const workingDays: readonly Weekday[] = [1, 2, 3, 4, 5]

export const defaultSettings: Omit<QuizSettings, 'zone'> = {
  time: '09:00',
  days: workingDays,
  openMinutes: null,
  courses: [firstCourse],
  topics: [],
  feedback: 'instant',
  rolloverHour: 4,
  catchUpMinutes: 6 * 60,
  recap: 'next',
  weekly: false,
  thread: false,
  mention: null,
  holidays: null,
}

/** A round that stays open "until an hour before the next one" is open for at least an hour. */
const restBeforeNext = hour

/** When a round closes that opens at `openedAt`, if the one after it is due at `nextAt`. */
export function closesAt(settings: Pick<QuizSettings, 'openMinutes'>, openedAt: Instant, nextAt: Instant): Instant {
  if (settings.openMinutes !== null) return openedAt + settings.openMinutes * minute
  return Math.max(nextAt - restBeforeNext, openedAt + restBeforeNext)
}

/** Someone asking for a manager's action. `admin`: the platform says they own or administer the group. */
export type Asker = { readonly id: PersonId; readonly admin: boolean; readonly barred?: Barred | undefined }

/**
 * Why somebody without rights has none, where asking a manager for them wouldn't help. `outsider`: from another workspace, which shares
 * the channel. `unknown`: the platform didn't say in time who it is.
 */
export type Barred = 'guest' | 'outsider' | 'unknown'

/** Owners and admins of the group always may, so no quiz can lock them out. */
export function mayManage(quiz: Quiz, asker: Asker): boolean {
  return asker.admin || quiz.managers.includes(asker.id)
}

export type WhyNotManage = { readonly kind: 'no-quiz' } | { readonly kind: 'not-a-manager'; readonly managers: readonly PersonId[]; readonly barred?: Barred | undefined }

/** Undefined for somebody who may change the quiz, and what its channel has besides. */
export function whyNotManage(quiz: Quiz | undefined, asker: Asker): WhyNotManage | undefined {
  if (quiz === undefined) return { kind: 'no-quiz' }
  return mayManage(quiz, asker) ? undefined : { kind: 'not-a-manager', managers: quiz.managers, barred: asker.barred }
}
