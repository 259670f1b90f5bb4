// When a channel's weekly recap comes: once the week's last question has closed, on a study day, and each week once.
import { isIn } from './date-range.ts'
import { closesAt, type Quiz } from './quiz.ts'
import { nextDue, type Due } from './schedule.ts'
import { studyDay } from './study-day.ts'
import { addDays, day, hour, localDate, minute, type Instant, type LocalDate } from './time.ts'

/** A week by its Monday. Compares correctly as text. */
export type Week = LocalDate

export function weekOf(date: LocalDate): Week {
  return addDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek)
}

export const lastDayOf = (week: Week): LocalDate => addDays(week, 6)

/** The daily questions of a week that were posted or are about to be. */
export type HeldWeek = {
  readonly week: Week
  /** When its last date was due, whatever became of its question. */
  readonly lastDueAt: Instant
  readonly closesAt: Instant
  /** When the last of those closes that is not closed yet. Null: all are. */
  readonly underWayUntil: Instant | null
  readonly answers: number
}

type Studying = Pick<Quiz, 'time' | 'zone' | 'days' | 'off' | 'skipDate' | 'paused' | 'openMinutes' | 'rolloverHour'>

/** `over` false: another question of the week may come at that moment. */
type End = { readonly over: boolean; readonly at: Instant }

/** What the bot could not post for longer than this is left out: by then the next one is due. */
export const latestBy = 7 * day

/** Settings and days off can change at any time, so the moment is worked out again this often. */
const lookEvery = hour

/** The first date after that moment's own that no manager skipped. */
function dueAfter(quiz: Studying, at: Instant): Due {
  const next = nextDue(quiz, at, localDate(at, quiz.zone))
  return next.date === quiz.skipDate ? nextDue(quiz, next.at, next.date) : next
}

const weekAt = ({ zone, rolloverHour }: Studying, at: Instant): Week => weekOf(studyDay(at, zone, rolloverHour))

function isStudyDate({ days, off }: Studying, date: LocalDate): boolean {
  const weekday = Temporal.PlainDate.from(date).dayOfWeek
  return days.some((each) => each === weekday) && !isIn(off, date)
}

/**
 * When the last question of the week closes, if that is on a study day; otherwise an hour before the first question of a later week. So it
 * is, too, where a pause ate the last dates of the week: it may still end before them.
 */
export function recapAt(quiz: Studying, { week, lastDueAt, closesAt: closing }: Pick<HeldWeek, 'week' | 'lastDueAt' | 'closesAt'>, now: Instant): End {
  let next = dueAfter(quiz, lastDueAt)
  const isCut = weekAt(quiz, next.at) <= week
  for (; weekAt(quiz, next.at) <= week; next = dueAfter(quiz, next.at)) {
    if (!quiz.paused && next.at > now) return { over: false, at: next.at }
  }
  const latest = Math.max(next.at - hour, lastDueAt)
  if (isCut) return { over: true, at: latest }
  const end = Math.min(closing, latest)
  return { over: true, at: isStudyDate(quiz, localDate(end, quiz.zone)) ? end : latest }
}

/** `post`: the recap of this week is to be posted now. `pass`: it never will be. */
export type Look = { readonly kind: 'wait' } | { readonly kind: 'post' | 'pass'; readonly week: Week; readonly at: Instant }

/**
 * @param weeks the latest first
 * @param done the last week that has its recap, or never will
 */
export function lookAtWeeks(quiz: Studying, weeks: readonly HeldWeek[], done: Week | null, now: Instant): { readonly look: Look; readonly again: Instant } {
  let again = now + lookEvery
  for (const held of weeks) {
    if (done !== null && held.week <= done) break
    const { over, at } = recapAt(quiz, held, now)
    if (!over) again = Math.min(again, Math.max(at, now) + minute)
    else if (now < at) again = Math.min(again, at)
    // Late questions stay open longer; what is open for days more is left to the week after.
    else if (held.underWayUntil !== null && held.underWayUntil <= Math.max(now, at)) return { look: { kind: 'wait' }, again: now + minute }
    else {
      const isWanted = held.answers > 0 && now - at <= latestBy
      return { look: { kind: isWanted ? 'post' : 'pass', week: held.week, at }, again }
    }
  }
  return { look: { kind: 'wait' }, again }
}

/** When the next recap comes, as it stands now. Null if none does until a pause is over. */
export function nextRecap(quiz: Studying, weeks: readonly HeldWeek[], done: Week | null, now: Instant): Instant | null {
  const [latest] = weeks
  if (latest !== undefined && (done === null || latest.week > done)) {
    const { over, at } = recapAt(quiz, latest, now)
    if (over && (latest.answers > 0 || latest.underWayUntil !== null || !quiz.paused)) return at
  }
  if (quiz.paused) return null
  const isOver = ({ at }: Due) => at <= now || (done !== null && weekAt(quiz, at) <= done)
  let last = dueAfter(quiz, now - day)
  while (isOver(last)) last = dueAfter(quiz, last.at)
  const week = weekAt(quiz, last.at)
  for (let next = dueAfter(quiz, last.at); weekAt(quiz, next.at) === week; next = dueAfter(quiz, next.at)) last = next
  return recapAt(quiz, { week, lastDueAt: last.at, closesAt: closesAt(quiz, last.at, dueAfter(quiz, last.at).at) }, now).at
}
