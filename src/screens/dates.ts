// Dates in words, and the days off that stand between now and the next question.
import { daysIn, type DateRange } from '../core/date-range.ts'
import { pauseOf, pausedUntil, type DayOff } from '../core/days-off.ts'
import type { Quiz } from '../core/quiz.ts'
import { countDates } from '../core/schedule.ts'
import { addDays, type LocalDate } from '../core/time.ts'

/** `Mon, Jan 4, 2027` */
export const dateLine = (date: LocalDate): string => written(date, { year: 'numeric' })

/** `Mon, Jan 4` */
export const shortDate = (date: LocalDate): string => written(date)

/** `Thu, Dec 24, 2026 – Sat, Jan 2, 2027`; the year once if it is the same. */
export function rangeLine({ from, to }: DateRange): string {
  if (from === to) return dateLine(from)
  return `${from.slice(0, 4) === to.slice(0, 4) ? written(from) : dateLine(from)} – ${dateLine(to)}`
}

const written = (date: LocalDate, more: { year?: 'numeric' } = {}): string =>
  Temporal.PlainDate.from(date).toLocaleString('en-US', { weekday: 'short', month: 'short', day: 'numeric', ...more })

/** `Winter break (Thu, Dec 24, 2026 – Sat, Jan 2, 2027)` */
export const dayOffLine = (dayOff: DateRange & { readonly name: string }): string => (dayOff.name === '' ? rangeLine(dayOff) : `${dayOff.name} (${rangeLine(dayOff)})`)

export const daysLong = (range: DateRange): string => (daysIn(range) === 1 ? '1 day' : `${daysIn(range)} days`)

/** Whether a question would be due on one of the days. */
const matters = ({ days }: Pick<Quiz, 'days'>, { from, to }: DateRange): boolean => from <= to && countDates({ days }, from, to) > 0

/** The days off from today on because of which the next question comes later, in order. */
export function offBeforeNext(quiz: Pick<Quiz, 'off' | 'days' | 'lastDate' | 'nextDate'>, today: LocalDate): readonly DayOff[] {
  const since = quiz.lastDate !== null && quiz.lastDate >= today ? addDays(quiz.lastDate, 1) : today
  const within = ({ from, to }: DateRange) => ({ from: from < since ? since : from, to: to < quiz.nextDate ? to : addDays(quiz.nextDate, -1) })
  return quiz.off.filter((each) => each.kind !== 'pause' && each.from < quiz.nextDate && matters(quiz, within(each)))
}

/** The next public holiday on which a question would be due. */
export const nextHoliday = (quiz: Pick<Quiz, 'off' | 'days'>, today: LocalDate): DayOff | undefined =>
  quiz.off.find((each) => each.kind === 'holiday' && each.to >= today && matters(quiz, each))

/** The date until which the quiz is paused; undefined if it is not, or without an end. */
export function pauseEnd(quiz: Pick<Quiz, 'off' | 'lastDate' | 'nextDate' | 'paused'>): LocalDate | undefined {
  const pause = quiz.paused ? undefined : pauseOf(quiz)
  return pause === undefined ? undefined : pausedUntil(pause)
}

/** Made at first use: it takes as long as loading thirty files. */
let countries: Intl.DisplayNames | undefined

/** `Germany (DE-BE)` */
export function regionLine(code: string): string {
  countries ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'code' })
  const [country = ''] = code.split('-')
  return `${countries.of(country) ?? country} (${code})`
}

/** Days off in a sentence about the next question: `Days off until then: Winter break.` */
export function untilThen(quiz: Quiz, today: LocalDate): string {
  const names = offBeforeNext(quiz, today).map((each) => (each.name === '' ? rangeLine(each) : each.name))
  if (names.length === 0) return ''
  const shown = names.length > mostNamed ? [...names.slice(0, mostNamed), `${names.length - mostNamed} more`] : names
  return `${names.length === 1 ? 'Off' : 'Days off'} until then: ${new Intl.ListFormat('en-US').format([...new Set(shown)])}.`
}

const mostNamed = 3
