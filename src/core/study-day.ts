// Study days and streaks. An answer keeps the day that it counted for, so nothing that happens later rewrites a streak.
import { wallClock, type Instant, type LocalDate, type Zone } from './time.ts'

/**
 * The study day at a moment: the date in the zone, where a day begins at the rollover hour and not at midnight. The hour is that
 * of the wall clock; counted back in hours, a day would begin an hour off on the days when the clocks change.
 */
export function studyDay(at: Instant, zone: Zone, rolloverHour: number): LocalDate {
  const local = wallClock(at, zone)
  const date = local.toPlainDate()
  return (local.hour < rolloverHour ? date.subtract({ days: 1 }) : date).toString()
}

/**
 * The study day that an answer counts for: the day on which it is given or, when that day has had no round yet, the last day
 * that had one. So whoever answers Friday's question on Sunday keeps Friday. Before the day of its round there is no answer, whatever a
 * clock says that was set back.
 *
 * @param today study day of the answer
 * @param roundDay that of the answered round
 * @param lastRoundDay the latest study day with a round
 */
export function countedDay(today: LocalDate, roundDay: LocalDate, lastRoundDay: LocalDate): LocalDate {
  const day = today < lastRoundDay ? today : lastRoundDay
  return day > roundDay ? day : roundDay
}

export type Streak = {
  /** Study days with a round in a row, up to `lastDay`. */
  readonly current: number
  readonly longest: number
  /** The last day that counted; null before the first answer. */
  readonly lastDay: LocalDate | null
}

export const noStreak: Streak = { current: 0, longest: 0, lastDay: null }

/**
 * The streak after an answer that counts for `day`.
 *
 * @param previousRoundDay the latest study day with a round before `day`; null where `day` is the first
 */
export function extendStreak(streak: Streak, day: LocalDate, previousRoundDay: LocalDate | null): Streak {
  if (streak.lastDay !== null && day <= streak.lastDay) return streak
  const goesOn = streak.lastDay !== null && previousRoundDay !== null && streak.lastDay >= previousRoundDay
  const current = goesOn ? streak.current + 1 : 1
  return { current, longest: Math.max(streak.longest, current), lastDay: day }
}

/**
 * The streak as it stands today: it is over once a study day with a round has ended without an answer. The latest day with a
 * round has ended only when another follows or its last round is closed.
 *
 * @param endedRoundDay the latest study day with a round that has ended; null where none has
 */
export function currentStreak(streak: Streak, endedRoundDay: LocalDate | null): number {
  if (streak.lastDay === null) return 0
  return endedRoundDay === null || streak.lastDay >= endedRoundDay ? streak.current : 0
}
