// One date as people type it, word by word: `2026-12-24`, `24 Dec`, `Dec 24th, 2026`, `24.12.`, `24. Dezember`, `tomorrow`, `next Friday`.
import { monthAbroad } from './month-names.ts'
import { readNumber } from './number.ts'

type LocalDate = string

/** What a reader of one date knows: today, and the first day that a date without a year may mean. */
export type Around = { readonly today: LocalDate; readonly notBefore: LocalDate }

/** A date at the beginning of the words, and how many of them it takes; or why it is unclear. `year`: absent where none belongs, as in `tomorrow`. */
export type DateFound = { readonly date: LocalDate; readonly words: number; readonly year?: 'typed' | 'left-out' } | { readonly problem: string }

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

const indexIn = (names: readonly string[], word: string): number => {
  const bare = word.replace(/\.$/u, '')
  const short = bare === 'sept' ? 'sep' : bare
  return short.length < 3 ? -1 : names.findIndex((name) => name.startsWith(short))
}

/** 1 to 12; 0 for what is no month. */
export const monthOf = (word: string): number => {
  const english = indexIn(months, word) + 1
  return english > 0 || !/^\p{L}/u.test(word) ? english : monthAbroad(word)
}
/** 1 is Monday; 0 for what is no weekday. */
const weekdayOf = (word: string): number => indexIn(weekdays, word === 'weds' ? 'wed' : word) + 1

export const dayOf = (word: string): number => (/^\d{1,2}(st|nd|rd|th|er|e|º|\.)?$/u.test(word) ? Number.parseInt(word, 10) : 0)
const yearOf = (word: string): number => (/^(19|20|21)\d\d$/u.test(word) ? Number(word) : 0)

export const shifted = (date: LocalDate, days: number): LocalDate => Temporal.PlainDate.from(date).add({ days }).toString()

/** Undefined if the calendar has no such date. */
function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

const unknown = (words: string) => ({ problem: `There’s no date “${words.slice(0, 40)}” in the calendar.` })

/** The first such date that is not before `notBefore`; February 29 may be years away. */
function next(month: number, day: number, { notBefore }: Around): LocalDate | undefined {
  const year = Number(notBefore.slice(0, 4))
  return Array.from({ length: 9 }, (_, later) => dateOf(year + later, month, day)).find((date) => date !== undefined && date >= notBefore)
}

type Parts = { readonly day: number; readonly month: number; /** 0 if none was typed. */ readonly year: number }

/** @param taken how many of the words the date takes */
function dated({ day, month, year }: Parts, words: readonly string[], taken: number, around: Around): DateFound {
  const date = year > 0 ? dateOf(year, month, day) : next(month, day, around)
  return date === undefined ? unknown(words.slice(0, taken).join(' ')) : { date, words: taken, year: year > 0 ? 'typed' : 'left-out' }
}

/** Whoever writes a date of the last weeks, without a year, doesn't mean next year; one of months ago can only be the coming one. In days. */
export const lately = 31

/** Why a date without a year, read as the coming one, is hardly meant: it was a short time ago. @param within how many days are short */
export function justMissed(date: LocalDate, today: LocalDate, within: number): { readonly problem: string } | undefined {
  const before = Temporal.PlainDate.from(date).subtract({ years: 1 })
  const ago = before.until(today).days
  if (ago <= 0 || ago > within) return undefined
  return { problem: `${monthAndDay(before)} was ${ago === 1 ? 'yesterday' : `${ago} days ago`}, which is too long ago. If you mean ${date.slice(0, 4)}, write the year.` }
}

const monthAndDay = (date: Temporal.PlainDate): string => date.toLocaleString('en-US', { month: 'short', day: 'numeric' })

/** The last day with this month and day that is not after `end`, in its year or the one before. */
export function lastBefore(date: LocalDate, end: LocalDate): LocalDate | undefined {
  const [year, month, day] = [Number(end.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))]
  return [year, year - 1].map((each) => dateOf(each, month, day)).find((each) => each !== undefined && each <= end)
}

/** Undefined if the words do not begin with a date. */
export function dateAt(words: readonly string[], around: Around): DateFound | undefined {
  return inDigits(words, around) ?? withWeekday(words, around) ?? byName(words, around) ?? spelled(words, around)
}

/** `Mon, Mar 2`, as screens show it. */
function withWeekday([first = '', ...behind]: readonly string[], around: Around): DateFound | undefined {
  const weekday = weekdayOf(first)
  const comma = behind[0] === ',' ? 1 : 0
  const rest = behind.slice(comma)
  const found = weekday === 0 ? undefined : (inDigits(rest, around) ?? spelled(rest, around))
  if (found === undefined || 'problem' in found) return found
  const date = Temporal.PlainDate.from(found.date)
  if (date.dayOfWeek === weekday) return { ...found, words: found.words + comma + 1 }
  const passed = found.year === 'left-out' ? justMissed(found.date, around.today, lately) : undefined
  return passed ?? { problem: `${monthAndDay(date)}, ${date.year}, is a ${date.toLocaleString('en-US', { weekday: 'long' })}.` }
}

function inDigits(words: readonly string[], around: Around): DateFound | undefined {
  const [word = ''] = words
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(word)
  if (iso !== null) return dated({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }, words, 1, around)
  const named = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$/u.exec(word)
  if (named !== null) return dated({ year: Number(named[1] ?? 0), month: Number(named[2]), day: Number(named[3]) }, words, 1, around)
  const dotted = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d\d)?)?$/u.exec(word)
  if (dotted !== null) return dated({ day: Number(dotted[1]), month: Number(dotted[2]), year: fullYear(dotted[3]) }, words, 1, around)
  const slashed = /^(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d\d))?$/u.exec(word)
  // Two days of a month are joined by a hyphen alone.
  if (slashed === null || (slashed[2] === '-' && slashed[4] === undefined)) return undefined
  const [one, other, year] = [Number(slashed[1]), Number(slashed[3]), fullYear(slashed[4])]
  if (one <= 12 && other <= 12 && one !== other) return { problem: `“${word}” can be read in two ways. Write the month as a word: ${other} ${nameOf(one)} or ${one} ${nameOf(other)}.` }
  return dated(one > 12 ? { day: one, month: other, year } : { day: other, month: one, year }, words, 1, around)
}

/** 0 if none was typed. */
const fullYear = (digits: string | undefined): number => (digits === undefined ? 0 : digits.length === 2 ? 2000 + Number(digits) : Number(digits))

const nameOf = (month: number): string => {
  const name = months[month - 1] ?? ''
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1, 3)}`
}

function byName(words: readonly string[], { today, notBefore }: Around): DateFound | undefined {
  const [first = '', second = ''] = words
  const near = nearDay(words)
  if (near !== undefined) return { date: shifted(today, near.days), words: near.words }
  const ahead = first === 'in' ? lengthOf(words.slice(1)) : undefined
  if (ahead !== undefined) return { date: later(today, ahead), words: ahead.words + 1 }
  const fromNow = lengthOf(words)
  if (fromNow !== undefined && isFromNow(words.slice(fromNow.words))) return { date: later(today, fromNow), words: fromNow.words + 2 }
  const skips = first === 'next' || first === 'this' || first === 'on' || first === 'coming'
  const weekday = weekdayOf(skips ? second : first)
  if (weekday === 0) return undefined
  const from = notBefore > today ? notBefore : today
  const days = (weekday - Temporal.PlainDate.from(from).dayOfWeek + 7) % 7
  // On a Monday, next Monday is a week away. Any other next Monday may be that of this week or of the next one; the coming one is meant.
  return { date: shifted(from, first === 'next' && days === 0 ? 7 : days), words: skips ? 2 : 1 }
}

/** A map rather than an object, which would also know `constructor`. */
const nearDays: ReadonlyMap<string, number> = new Map([['now', 0], ['today', 0], ['tomorrow', 1], ['yesterday', -1]])

function nearDay(words: readonly string[]): { readonly days: number; readonly words: number } | undefined {
  const at = words[0] === 'the' ? 1 : 0
  const [first = '', second = '', third = ''] = words.slice(at)
  if (first === 'day' && second === 'after' && third === 'tomorrow') return { days: 2, words: at + 3 }
  if (first === 'day' && second === 'before' && third === 'yesterday') return { days: -2, words: at + 3 }
  const days = nearDays.get(words[0] ?? '')
  return days === undefined ? undefined : { days, words: 1 }
}

/** `3 days`, `two weeks`, `a month`. */
export type Length = { readonly count: number; readonly unit: 'days' | 'weeks' | 'months'; readonly words: number }

export function lengthOf([amount = '', typed = '']: readonly string[]): Length | undefined {
  const count = amount === 'a' || amount === 'an' || amount === 'one' ? 1 : readNumber(amount)
  const unit = /^days?$/u.test(typed) ? 'days' : /^(weeks?|wks?)$/u.test(typed) ? 'weeks' : /^months?$/u.test(typed) ? 'months' : undefined
  return count === undefined || count < 1 || unit === undefined ? undefined : { count, unit, words: 2 }
}

export const later = (date: LocalDate, { count, unit }: Length): LocalDate => Temporal.PlainDate.from(date).add({ [unit]: count }).toString()

/** `two weeks from now` is a day; from any other day on it's how long. */
export const isFromNow = ([first = '', second = '']: readonly string[]): boolean => first === 'from' && (second === 'now' || second === 'today')

const ofs: ReadonlySet<string> = new Set(['of', 'de', 'del', 'di'])

/** `24 Dec`, `24th of December 2026`, `Dec 24, 2026`, `24 de diciembre de 2026`. */
function spelled(words: readonly string[], around: Around): DateFound | undefined {
  const [first = '', second = '', third = ''] = words
  if (dayOf(first) > 0) {
    const at = ofs.has(second) ? 2 : 1
    const month = monthOf(words[at] ?? '')
    if (month === 0) return undefined
    const yearAt = ofs.has(words[at + 1] ?? '') && yearOf(words[at + 2] ?? '') > 0 ? at + 2 : at + 1
    const year = yearOf(words[yearAt] ?? '')
    return dated({ day: dayOf(first), month, year }, words, year > 0 ? yearAt + 1 : at + 1, around)
  }
  const [month, day, year] = [monthOf(first), dayOf(second), yearOf(third)]
  return month === 0 || day === 0 ? undefined : dated({ day, month, year }, words, year > 0 ? 3 : 2, around)
}
