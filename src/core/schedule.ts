// When a quiz is due: on which dates, at which moment of each.
import { isIn, rangeOn, type DateRange } from './date-range.ts'
import { addDays, dateExists, instantOf, localDate, type Instant, type LocalDate, type LocalTime, type Zone } from './time.ts'

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export type Schedule = {
  readonly time: LocalTime
  readonly zone: Zone
  /** At least one, ascending. */
  readonly days: readonly Weekday[]
  /** Dates without a question. */
  readonly off?: readonly DateRange[]
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
    date = afterRanges(schedule, date)
    if (schedule.days.includes(weekday(date)) && dateExists(date, schedule.zone)) {
      const at = instantOf(date, schedule.time, schedule.zone)
      if (at >= notBefore) return { date, at }
    }
    date = addDays(date, 1)
  }
}

/** The date itself, or the first one after the days off that it is among. */
function afterRanges({ off = [] }: Pick<Schedule, 'off'>, date: LocalDate): LocalDate {
  const range = rangeOn(off, date)
  return range === undefined ? date : afterRanges({ off }, addDays(range.to, 1))
}

/** The date itself, or the last one before the days off that it is among. */
function beforeRanges({ off = [] }: Pick<Schedule, 'off'>, date: LocalDate): LocalDate {
  const range = rangeOn(off, date)
  return range === undefined ? date : beforeRanges({ off }, addDays(range.from, -1))
}

/**
 * The last due date whose moment is not after `notAfter`, and which is before `before` (if given). Undefined if there is none in a
 * year of dates before, days off not counted: a zone skips a date at most once in a lifetime.
 */
export function lastDue(schedule: Schedule, notAfter: Instant, before?: LocalDate): Due | undefined {
  let date = localDate(notAfter, schedule.zone)
  if (before !== undefined && date >= before) date = addDays(before, -1)
  for (let looked = 0; looked < 366; looked += 1, date = addDays(date, -1)) {
    date = beforeRanges(schedule, date)
    if (!schedule.days.includes(weekday(date)) || !dateExists(date, schedule.zone)) continue
    const at = instantOf(date, schedule.time, schedule.zone)
    if (at <= notAfter) return { date, at }
  }
  return undefined
}

/** How many due dates there are from `first` to `last`. */
export function countDates({ days, off = [] }: Pick<Schedule, 'days' | 'off'>, first: LocalDate, last: LocalDate): number {
  if (off.some(({ from, to }) => from <= last && to >= first)) return countOneByOne({ days, off }, first, last)
  const from = Temporal.PlainDate.from(first)
  const whole = from.until(Temporal.PlainDate.from(last), { largestUnit: 'days' }).days + 1
  const rest = Array.from({ length: whole % 7 }, (_, later) => (((from.dayOfWeek - 1 + later) % 7) + 1) as Weekday)
  return Math.floor(whole / 7) * days.length + rest.filter((each) => days.includes(each)).length
}

function countOneByOne({ days, off }: { readonly days: readonly Weekday[]; readonly off: readonly DateRange[] }, first: LocalDate, last: LocalDate): number {
  let count = 0
  for (let date = first; date <= last; date = addDays(date, 1)) if (days.includes(weekday(date)) && !isIn(off, date)) count += 1
  return count
}

function weekday(date: LocalDate): Weekday {
  return Temporal.PlainDate.from(date).dayOfWeek as Weekday
}
