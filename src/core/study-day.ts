// Study days. An answer keeps the day it counted for, so nothing that happens later can move it.
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
 * The study days on which a channel had scheduled rounds that needed an answer. A day with extra rounds alone is none of them, nor is one
 * that a manager took off after its question was posted: it may extend a streak, but nobody has to answer on it.
 */
export type HeldDays = {
  /** The latest first, back to where they were loaded. */
  readonly days: readonly LocalDate[]
  /** No round of the latest day is open any more. */
  readonly latestEnded: boolean
}

/** The latest study day with a scheduled round that has ended: another followed, or its last round is closed. Null if none has ended. */
export function endedDay({ days, latestEnded }: HeldDays): LocalDate | null {
  return days[latestEnded ? 0 : 1] ?? null
}
