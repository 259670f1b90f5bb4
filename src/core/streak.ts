// Streaks: a fold over the study days that somebody answered on and those that the channel held, without the days on which they were away.
// A grace day, earned by ten study days, keeps a streak over one missed day.
import { isIn, type DateRange } from './date-range.ts'
import { endedDay, type HeldDays } from './study-day.ts'
import type { LocalDate } from './time.ts'

export type Streak = {
  /** Answered study days in a row, up to `lastDay`. Days without a scheduled round break nothing. */
  readonly current: number
  readonly longest: number
  /** The last day answered; null before the first answer. */
  readonly lastDay: LocalDate | null
  /** Grace days held. */
  readonly grace: number
  /** Study days answered since the last grace day was earned. */
  readonly toward: number
  /** The missed study day that a grace day was last spent on, if that kept the streak as it stands. */
  readonly graceDay: LocalDate | null
}

export const noStreak: Streak = { current: 0, longest: 0, lastDay: null, grace: 0, toward: 0, graceDay: null }

/** Study days that earn a grace day. */
export const graceEvery = 10
/** More are not earned while this many are held. */
export const mostGrace = 2

/** What counts as missed is worked out from these. */
export type Calendar = {
  /** The channel's days, at least down to the last day of the streak. */
  readonly held: HeldDays
  /** When the person is away. */
  readonly away: readonly DateRange[]
  /** Later days than the last one of the streak on which the person answered extra rounds: they are not counted yet. */
  readonly waiting: readonly LocalDate[]
}

/**
 * The streak after an answer that counts for `day`.
 *
 * @param missed the study days between its last day and `day` that needed an answer and got none, in order
 */
export function extendStreak(streak: Streak, day: LocalDate, missed: readonly LocalDate[]): Streak {
  if (streak.lastDay !== null && day <= streak.lastDay) return streak
  const before = passOver(streak, missed)
  const current = before.current + 1
  return { ...earn(before), current, longest: Math.max(before.longest, current), lastDay: day }
}

function earn(streak: Streak): Streak {
  if (streak.grace >= mostGrace) return { ...streak, toward: 0 }
  return streak.toward + 1 < graceEvery ? { ...streak, toward: streak.toward + 1 } : { ...streak, grace: streak.grace + 1, toward: 0 }
}

/** The streak after missed days. A grace day is spent on the first of them; a second one in a row ends the streak all the same. */
export function passOver(streak: Streak, missed: readonly LocalDate[]): Streak {
  const [first] = missed
  if (first === undefined || streak.current === 0) return streak
  const grace = Math.max(0, streak.grace - 1)
  const isKept = streak.grace > 0 && missed.length === 1
  return { ...streak, grace, current: isKept ? streak.current : 0, graceDay: isKept ? first : null }
}

/** The study days after the streak's last day, and before `before`, that needed an answer, in order. */
function missedDays({ lastDay }: Streak, { held, away }: Omit<Calendar, 'waiting'>, before: LocalDate): readonly LocalDate[] {
  if (lastDay === null) return []
  return held.days.filter((day) => day > lastDay && day < before && !isIn(away, day)).toReversed()
}

/** After any date. */
const ever = '9'

/** The streak as it stands now: the days that have ended without an answer are missed. */
export function standing(streak: Streak, calendar: Calendar): Streak {
  return afterEnded(afterDays(streak, calendar.waiting, calendar), calendar)
}

function afterEnded(streak: Streak, calendar: Calendar): Streak {
  const ended = endedDay(calendar.held)
  if (streak.lastDay === null || ended === null || streak.lastDay >= ended) return streak
  return passOver(streak, missedDays(streak, calendar, ever).filter((day) => day <= ended))
}

/** The streak after an answer that counts for `day`. */
export function afterAnswer(streak: Streak, day: LocalDate, calendar: Calendar): Streak {
  return afterDays(streak, [...new Set([...calendar.waiting, day])].toSorted(), calendar)
}

/**
 * The streak after days that were answered, in order. While the latest scheduled round can still be answered, days with extra rounds after
 * it wait for that, if the streak stands: to count them first would break it.
 */
function afterDays(streak: Streak, days: readonly LocalDate[], calendar: Calendar): Streak {
  const [latest] = calendar.held.days
  const isAwaited = latest !== undefined && !calendar.held.latestEnded && latest > (streak.lastDay ?? '') && !days.includes(latest)
  const counted = isAwaited && afterEnded(streak, calendar).current > 0 ? days.filter((day) => day <= latest) : days
  return counted.reduce((sum, day) => extendStreak(sum, day, missedDays(sum, calendar, day)), streak)
}

/** All that a streak is made from. Both lists are in order. */
export type StreakRows = {
  /** The study days answered. */
  readonly answered: readonly LocalDate[]
  /** The study days that needed an answer. */
  readonly held: readonly LocalDate[]
  readonly away: readonly DateRange[]
}

/** The streak added up again from what it stood at first. */
export function foldStreak(start: Streak, { answered, held, away }: StreakRows): Streak {
  return answered.reduce((streak, day) => {
    const { lastDay } = streak
    const missed = lastDay === null ? [] : held.filter((each) => each > lastDay && each < day && !isIn(away, each))
    return extendStreak(streak, day, missed)
  }, start)
}

/**
 * The streak after days that somebody missed turned out to be days off: added up again. It never gets shorter by that, whatever the
 * order in which the answers were given.
 */
export function recounted(kept: Streak, start: Streak, rows: StreakRows): Streak {
  const again = foldStreak(start, rows)
  const isBetter = again.current > kept.current || (again.current === kept.current && again.grace >= kept.grace)
  return isBetter ? { ...again, longest: Math.max(again.longest, kept.longest) } : kept
}

/**
 * The streak after days away or days off were taken back: what they had changed, and nothing else, is as if they had never been told.
 *
 * @param without the rows as they are without those days
 */
export function withdrawn(kept: Streak, start: Streak, rows: StreakRows, without: StreakRows): Streak {
  const [before, after] = [foldStreak(start, rows), foldStreak(start, without)]
  const isSame = before.current === after.current && before.longest === after.longest && before.grace === after.grace && before.toward === after.toward && before.graceDay === after.graceDay
  return isSame ? kept : { ...after, longest: kept.longest > before.longest ? kept.longest : after.longest }
}

/**
 * The one streak of somebody with several, such as those of linked accounts: the best as it stands. Linking takes nothing away, and doesn't
 * add up what was earned twice.
 */
export function bestStreak(all: readonly Streak[]): Streak {
  const [best = noStreak] = all.toSorted((one, other) => other.current - one.current || other.grace - one.grace || other.toward - one.toward)
  const lastDay = all.reduce<LocalDate | null>((last, each) => (last === null || (each.lastDay ?? '') > last ? each.lastDay : last), null)
  return { ...best, lastDay, longest: Math.max(0, ...all.map(({ longest }) => longest)), grace: Math.max(0, ...all.map(({ grace }) => grace)) }
}
