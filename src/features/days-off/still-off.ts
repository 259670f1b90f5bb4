// What keeps a date free of questions beside what was removed, or instead of it.
import { datesWithin, latestNotice, overlap, type DateRange } from '../../core/date-range.ts'
import { pausedUntil, type DayOff } from '../../core/days-off.ts'
import type { Quiz } from '../../core/quiz.ts'
import type { LocalDate } from '../../core/time.ts'
import { dateLine, dayOffLine, rangeLine } from '../../screens/dates.ts'
import { command, type Text } from '../../screens/text.ts'

const mostNamed = 4

export function listed(names: readonly string[]): string {
  const shown = names.length > mostNamed ? [...names.slice(0, mostNamed - 1), `${names.length - mostNamed + 1} more`] : names
  return new Intl.ListFormat('en-US').format(shown)
}

/** Those of the dates that are off all the same, in a sentence; empty if none is. */
export function stillOff({ off }: Pick<Quiz, 'off'>, dates: readonly DateRange[]): string {
  const names = off.flatMap((each) => datesWithin(dates, each).map((range) => named(each, range)))
  return names.length === 0 ? '' : `Still off: ${listed([...new Set(names)])}.`
}

function named(dayOff: DayOff, range: DateRange): string {
  return dayOff.kind === 'pause' ? `${rangeLine(range)}, because the daily question is paused` : dayOffLine({ ...range, name: dayOff.name })
}

/** Why dates that managers did not take off can't be removed. */
export function whyNotOff({ off, paused }: Pick<Quiz, 'off' | 'paused'>, dates: DateRange, today: LocalDate): Text {
  const within = off.filter((each) => overlap(each, dates))
  const holiday = within.find(({ kind, to }) => kind === 'holiday' && to >= today)
  if (holiday !== undefined) return whyNotHoliday(holiday)
  const pause = within.find(({ kind, to }) => kind === 'pause' && to >= today)
  if (pause !== undefined) return [`The daily question is paused until ${dateLine(pausedUntil(pause))}. To start it again earlier: `, command('resume')]
  if (within.some(({ kind }) => kind === 'off')) return [`Too late: days off can be removed up to ${latestNotice} days after. ${rangeLine(dates)} stays off.`]
  if (paused && dates.to >= today) return ['The daily question is paused, and that’s no day off. To start it again: ', command('resume')]
  return [`There’s nothing to remove: ${rangeLine(dates)} isn’t off.`]
}

export const whyNotHoliday = (holiday: DayOff): Text => [
  `${dayOffLine(holiday)} is a public holiday, so it can’t be removed by itself. For questions on all public holidays: `, command('settings holidays=off'), '. To post one question on that day: ', command('now'),
]
