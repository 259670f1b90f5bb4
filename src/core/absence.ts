// When somebody is away. Their streak waits, and nobody reminds them.
import { endedBefore, mostRanges, rangeOn, withoutDates, type DateRange } from './date-range.ts'
import { addDays, type LocalDate } from './time.ts'

export type AbsenceRefusal = 'already-so' | 'too-many'

type Change = { readonly ranges: readonly DateRange[] } | { readonly refusal: AbsenceRefusal }

const isSame = (one: DateRange, other: DateRange): boolean => one.from === other.from && one.to === other.to

export const comingAbsences = (ranges: readonly DateRange[], today: LocalDate): readonly DateRange[] => ranges.filter(({ to }) => to >= today)

export function goAway(ranges: readonly DateRange[], range: DateRange, today: LocalDate): Change {
  if (ranges.some((each) => isSame(each, range))) return { refusal: 'already-so' }
  if (comingAbsences(ranges, today).length >= mostRanges) return { refusal: 'too-many' }
  return { ranges: [...ranges, range].toSorted((one, other) => (one.from < other.from ? -1 : 1)) }
}

/** Ends an absence. What has passed of it stays. @param which undefined: the one that runs now */
export function comeBack(ranges: readonly DateRange[], which: DateRange | undefined, today: LocalDate): Change {
  if (which === undefined) return comeBackNow(ranges, today)
  const left = endedBefore(ranges, (range) => isSame(range, which), today)
  return left.length === ranges.length && left.every((each, at) => each === ranges[at]) ? { refusal: 'already-so' } : { ranges: left }
}

/** Whoever comes back has come back, in however many parts they said that they are away: what overlaps or follows without a gap ends too. */
function comeBackNow(ranges: readonly DateRange[], today: LocalDate): Change {
  const last = lastDayAway(ranges, today)
  return last === null ? { refusal: 'already-so' } : { ranges: withoutDates(ranges, { from: today, to: last }) }
}

/** Takes days away back, past ones too, out of whatever absences they are in. */
export function takeBackDays(ranges: readonly DateRange[], days: DateRange): Change {
  const left = withoutDates(ranges, days)
  return left === ranges ? { refusal: 'already-so' } : { ranges: left }
}

/** Those that are over, the latest first. */
export const pastAbsences = (ranges: readonly DateRange[], today: LocalDate): readonly DateRange[] =>
  ranges.filter(({ to }) => to < today).toSorted((one, other) => (one.to > other.to ? -1 : 1))

/** The last day that somebody is away who is away on `day`; null if they aren't. One absence can follow another. */
export function lastDayAway(ranges: readonly DateRange[], day: LocalDate): LocalDate | null {
  const last = rangeOn(ranges, day)?.to
  return last === undefined ? null : (lastDayAway(ranges, addDays(last, 1)) ?? last)
}
