// Ranges of dates, both ends included: days off, and times when somebody is away.
import { addDays, type LocalDate } from './time.ts'

export type DateRange = { readonly from: LocalDate; readonly to: LocalDate }

/** The range that covers the date, if there is one. */
export function rangeOn<Range extends DateRange>(ranges: readonly Range[], date: LocalDate): Range | undefined {
  return ranges.find(({ from, to }) => from <= date && date <= to)
}

export const isIn = (ranges: readonly DateRange[], date: LocalDate): boolean => rangeOn(ranges, date) !== undefined

/** Whether they have a date in common. */
export const overlap = (one: DateRange, other: DateRange): boolean => one.from <= other.to && one.to >= other.from

/** The dates of the ranges within `cut`, as few ranges as they can be, in order. */
export function datesWithin(ranges: readonly DateRange[], cut: DateRange): readonly DateRange[] {
  const within = ranges.filter((each) => overlap(each, cut)).map(({ from, to }) => ({ from: from > cut.from ? from : cut.from, to: to < cut.to ? to : cut.to }))
  return within.toSorted((one, other) => (one.from < other.from ? -1 : 1)).reduce<readonly DateRange[]>((all, next) => {
    const last = all.at(-1)
    if (last === undefined || next.from > addDays(last.to, 1)) return [...all, next]
    return [...all.slice(0, -1), { from: last.from, to: next.to > last.to ? next.to : last.to }]
  }, [])
}

/** How many dates the range covers. */
export function daysIn({ from, to }: DateRange): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days + 1
}

/** The longest range: a year. */
export const longestRange = 366

/** An absence can be reported up to this many days after its first day. */
export const latestNotice = 3

/** Nobody plans further ahead, so a later date is a slip. */
export const furthestAhead = 2 * 366

/** Most ranges that are not over, in one channel or of one person. */
export const mostRanges = 100

export type RangeProblem = 'too-long' | 'too-late' | 'too-far'

/** Why nobody can take these days off now; undefined if they can. */
export function rangeProblem(range: DateRange, today: LocalDate): RangeProblem | undefined {
  if (range.from < addDays(today, -latestNotice)) return 'too-late'
  if (range.to > addDays(today, furthestAhead)) return 'too-far'
  return daysIn(range) > longestRange ? 'too-long' : undefined
}

/** What is left of the ranges when the days from `today` on are taken out of one of them: what has passed stays as it was. */
export function endedBefore<Range extends DateRange>(ranges: readonly Range[], ending: (range: Range) => boolean, today: LocalDate): readonly Range[] {
  return ranges.flatMap((range) => {
    if (!ending(range) || range.to < today) return [range]
    return range.from < today ? [{ ...range, to: addDays(today, -1) }] : []
  })
}

/** The ranges without the dates of `cut`: one around them becomes two. Equal ranges that this makes are one. */
export function withoutDates<Range extends DateRange>(ranges: readonly Range[], cut: DateRange): readonly Range[] {
  if (!ranges.some((range) => overlap(range, cut))) return ranges
  const left = ranges.flatMap((range) => {
    if (!overlap(range, cut)) return [range]
    const [before, after] = [{ ...range, to: addDays(cut.from, -1) }, { ...range, from: addDays(cut.to, 1) }]
    return [...(before.from <= before.to ? [before] : []), ...(after.from <= after.to ? [after] : [])]
  })
  return left.filter((range, at) => left.findIndex(({ from, to }) => from === range.from && to === range.to) === at)
}
