// When a quiz is due: on which dates, at which moment of each.
import { addDays, dateExists, instantOf, localDate, type Instant, type LocalDate, type LocalTime, type Zone } from './time.ts'

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export type Schedule = {
  readonly time: LocalTime
  readonly zone: Zone
  /** At least one, ascending. */
  readonly days: readonly Weekday[]
}

export type Due = { readonly date: LocalDate; readonly at: Instant }

/**
 * The first due date after `lastDate` (if given) whose moment is not before `notBefore`. Walks the zone's calendar instead of
 * adding hours to the last moment, so no clock change can skip or repeat a date.
 *
 * Passes over dates that the zone skipped (Samoa, 30 December 2011): they have no moment.
 */
export function nextDue(schedule: Schedule, notBefore: Instant, lastDate?: LocalDate): Due {
  let date = addDays(localDate(notBefore, schedule.zone), -1)
  if (lastDate !== undefined && lastDate >= date) date = addDays(lastDate, 1)
  for (;;) {
    if (schedule.days.includes(weekday(date)) && dateExists(date, schedule.zone)) {
      const at = instantOf(date, schedule.time, schedule.zone)
      if (at >= notBefore) return { date, at }
    }
    date = addDays(date, 1)
  }
}

function weekday(date: LocalDate): Weekday {
  return Temporal.PlainDate.from(date).dayOfWeek as Weekday
}
