// When rounds are due, worked out here anew from the settings alone, and the moments of a month at which something happens.
import type { Place } from './side.ts'

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

export type Quiz = Place & {
  readonly time: string
  readonly zone: string
  /** As people type them. */
  readonly days: string
  readonly feedback: 'instant' | 'at-close'
  /** Minutes, or until an hour before the next round. */
  readonly open: number | null
  /** Days off: the first and the last date. */
  readonly off: readonly [from: string, to: string]
}

export type Due = { readonly date: string; readonly at: number; readonly closesAt: number }

/** The end doesn't belong to it: what happens at the moment of a restore happens after it. */
export type Span = { readonly from: number; readonly to: number }

export const isIn = (spans: readonly Span[], at: number): boolean => spans.some(({ from, to }) => from <= at && at < to)

const weekdays: Readonly<Record<string, readonly number[]>> = { 'mon-fri': [1, 2, 3, 4, 5], 'mon-sat': [1, 2, 3, 4, 5, 6], daily: [1, 2, 3, 4, 5, 6, 7] }

/** The settings of the rooms, by turns; the times lie where clocks change. */
export const timetable: readonly Pick<Quiz, 'time' | 'zone' | 'days' | 'feedback' | 'open'>[] = [
  { time: '09:00', zone: 'Europe/Berlin', days: 'mon-fri', feedback: 'instant', open: null },
  { time: '01:30', zone: 'America/New_York', days: 'daily', feedback: 'at-close', open: null },
  { time: '02:30', zone: 'Europe/Berlin', days: 'daily', feedback: 'instant', open: 8 * 60 },
  { time: '00:00', zone: 'Africa/Cairo', days: 'mon-sat', feedback: 'at-close', open: 90 },
  { time: '09:00', zone: 'Asia/Kolkata', days: 'mon-fri', feedback: 'at-close', open: null },
  { time: '23:59', zone: 'Pacific/Chatham', days: 'daily', feedback: 'instant', open: null },
  { time: '02:00', zone: 'America/New_York', days: 'daily', feedback: 'instant', open: 45 },
  { time: '01:30', zone: 'Europe/London', days: 'mon-fri', feedback: 'instant', open: null },
]

/** Months in which the clocks of several of these zones change. */
export const months: readonly string[] = ['2026-10-12', '2027-03-08', '2028-10-16', '2029-03-05']

const isOff = ({ off: [from, to] }: Quiz, date: string): boolean => from <= date && date <= to

export function duesOf(quiz: Quiz, from: number, to: number): readonly Due[] {
  const dues: Omit<Due, 'closesAt'>[] = []
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(quiz.zone).toPlainDate()
  for (let date = start; ; date = date.add({ days: 1 })) {
    const at = date.toZonedDateTime({ timeZone: quiz.zone, plainTime: quiz.time }).epochMilliseconds
    if (at >= to + 7 * day) break
    if (at >= from && (weekdays[quiz.days] ?? []).includes(date.dayOfWeek) && !isOff(quiz, date.toString())) dues.push({ date: date.toString(), at })
  }
  const withClose = dues.map((due, index) => {
    const next = dues[index + 1]?.at ?? Infinity
    return { ...due, closesAt: quiz.open === null ? next - hour : due.at + quiz.open * minute }
  })
  return withClose.filter(({ at }) => at < to)
}
