// Study days and streaks. An answer keeps the day it counted for, so nothing that happens later can rewrite a streak.
import { wallClock, type Instant, type LocalDate, type Zone } from './time.ts'

/**
 * The study day at a moment: the date in the zone, with days that start at the rollover hour instead of midnight. The hour is read
 * from the wall clock: subtracting it from the moment would be an hour off on days when the clocks change.
 */
export function studyDay(at: Instant, zone: Zone, rolloverHour: number): LocalDate {
  const local = wallClock(at, zone)
  const date = local.toPlainDate()
  return (local.hour < rolloverHour ? date.subtract({ days: 1 }) : date).toString()
}

/**
 * The study day an answer counts for: the day it is given or, if that day has had no scheduled round yet, the last day that had one. So
 * Friday's question answered on Sunday counts for Friday, also if somebody asked for an extra one on Saturday. It is never before the
 * day of its round, even if the clock was set back.
 *
 * @param today study day of the answer
 * @param roundDay that of the answered round
 * @param lastRoundDay the latest study day with a scheduled round
 */
export function countedDay(today: LocalDate, roundDay: LocalDate, lastRoundDay: LocalDate): LocalDate {
  const day = today < lastRoundDay ? today : lastRoundDay
  return day > roundDay ? day : roundDay
}

/**
 * The study days on which a channel had scheduled rounds. A day with extra rounds alone is none of them: it may extend a streak, but
 * nobody has to answer on it.
 */
export type HeldDays = {
  /** The latest first, back to where they were loaded. */
  readonly days: readonly LocalDate[]
  /** No round of the latest day is open any more. */
  readonly latestEnded: boolean
}

/** The latest study day with a scheduled round before `day`; null if there is none. */
export function dayBefore({ days }: HeldDays, day: LocalDate): LocalDate | null {
  return days.find((each) => each < day) ?? null
}

/** The latest study day with a scheduled round that has ended: another followed, or its last round is closed. Null if none has ended. */
export function endedDay({ days, latestEnded }: HeldDays): LocalDate | null {
  return days[latestEnded ? 0 : 1] ?? null
}

export type Streak = {
  /** Answered study days in a row, up to `lastDay`. Days without a scheduled round break nothing. */
  readonly current: number
  readonly longest: number
  /** The last day answered; null before the first answer. */
  readonly lastDay: LocalDate | null
}

export const noStreak: Streak = { current: 0, longest: 0, lastDay: null }

/**
 * The streak after an answer that counts for `day`.
 *
 * @param previousRoundDay the latest study day with a scheduled round before `day`; null if there is none
 */
export function extendStreak(streak: Streak, day: LocalDate, previousRoundDay: LocalDate | null): Streak {
  if (streak.lastDay !== null && day <= streak.lastDay) return streak
  const goesOn = streak.lastDay !== null && (previousRoundDay === null || streak.lastDay >= previousRoundDay)
  const current = goesOn ? streak.current + 1 : 1
  return { current, longest: Math.max(streak.longest, current), lastDay: day }
}

/**
 * The streak after an answer that counts for `day`, which has extra rounds alone. While the scheduled round before it can still be
 * answered, a streak that stands waits for that one: to count the extra day first would break it.
 */
export function extendByExtra(streak: Streak, day: LocalDate, held: HeldDays): Streak {
  const previous = dayBefore(held, day)
  const waits = previous !== null && streak.lastDay !== null && streak.lastDay < previous && currentStreak(streak, endedDay(held)) > 0
  return waits ? streak : extendStreak(streak, day, previous)
}

/**
 * The streak of somebody who answered on these days, counted again from the first. Both lists are in order.
 *
 * @param held the study days on which the channel had scheduled rounds
 */
export function recountStreak(answered: readonly LocalDate[], held: readonly LocalDate[]): Streak {
  return answered.reduce((streak, day) => extendStreak(streak, day, held.findLast((each) => each < day) ?? null), noStreak)
}

/**
 * The streak as it stands now: it is over once a study day with a round has ended without an answer.
 *
 * @param endedRoundDay from {@link endedDay}
 */
export function currentStreak(streak: Streak, endedRoundDay: LocalDate | null): number {
  if (streak.lastDay === null) return 0
  return endedRoundDay === null || streak.lastDay >= endedRoundDay ? streak.current : 0
}

/** The longest of a person's streaks in several channels, as they stand now. */
export function bestStreak(streaks: readonly { readonly streak: Streak; readonly endedRoundDay: LocalDate | null }[]): number {
  return Math.max(0, ...streaks.map(({ streak, endedRoundDay }) => currentStreak(streak, endedRoundDay)))
}
