// The two kinds of time in Studyhall: moments, and dates and times on a wall calendar.

/** A moment: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** A date on a wall calendar, `YYYY-MM-DD`. Compares correctly as text. */
export type LocalDate = string

/** A time of day on a wall clock, `HH:MM` from 00:00 to 23:59. */
export type LocalTime = string

/** An IANA zone name such as `Europe/Berlin`, or `UTC`. */
export type Zone = string

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** The zone under this name in its usual spelling: an old name stays an old name. Undefined if Node knows no such zone. */
export function knownZone(name: string): Zone | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name.trim()).timeZoneId
  } catch {
    return undefined
  }
}

/** From one moment until another. */
export type Span = { readonly since: Instant; readonly until: Instant }

/** False also before the span: if the clock was set back, the span is over rather than longer than intended. */
export const isWithin = ({ since, until }: Span, now: Instant): boolean => since <= now && now < until

/** Whether Node knows the zone. A stored one may be missing from a newer Node. */
export function canBeRead(zone: Zone): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}

/** A zone that Node no longer knows is read as UTC, so that a quiz stored with it can still be opened. */
function readIn<Value>(zone: Zone, read: (zone: Zone) => Value): Value {
  try {
    return read(zone)
  } catch (fault) {
    if (canBeRead(zone)) throw fault
    return read('UTC')
  }
}

/** What the wall clock and the calendar of `zone` show at `at`. */
export function wallClock(at: Instant, zone: Zone): Temporal.ZonedDateTime {
  return readIn(zone, (known) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(known))
}

/** The date on the wall calendar of `zone` at `at`. */
export function localDate(at: Instant, zone: Zone): LocalDate {
  return wallClock(at, zone).toPlainDate().toString()
}

/**
 * The moment at which the wall clock of `zone` shows `time` on `date`. A time that the clocks skip is moved forward by the
 * gap; of a time that comes twice, the first is taken (Temporal's `compatible`).
 * https://tc39.es/proposal-temporal/docs/ambiguity.html
 */
export function instantOf(date: LocalDate, time: LocalTime, zone: Zone): Instant {
  return readIn(zone, (known) => Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: known, plainTime: time }).epochMilliseconds)
}

/** Whether the text is a date of the calendar, as YYYY-MM-DD. */
export function isDate(text: string): text is LocalDate {
  try {
    return /^\d{4}-\d{2}-\d{2}$/u.test(text) && Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** False for a date that the zone skipped. */
export function dateExists(date: LocalDate, zone: Zone): boolean {
  return readIn(zone, (known) => Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: known }).toPlainDate().toString() === date)
}
