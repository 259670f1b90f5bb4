// Dates and ranges of dates as people type them, with a name behind or a quoted one before: `2026-12-24..2027-01-02 "Winter break"`,
// `24 Dec - 2 Jan`, `Dec 24-28`, `tomorrow`, `next week`, `for 3 days`, `until Friday`.
import { dateAt, dayOf, isFromNow, justMissed, lastBefore, lately, later, lengthOf, monthOf, shifted, type Around, type DateFound } from './date-words.ts'
import { quoted, quotedFirst, splitAtQuote, type Read } from './read.ts'

/** Both dates are included. `name`: what stands behind them, without quotes. */
export type DatesTyped = { readonly from: string; readonly to: string; readonly name: string }

const howTo = 'Write dates such as 2026-12-24, 24 Dec - 2 Jan, tomorrow, or next week.'

const joins: ReadonlySet<string> = new Set(['-', 'to', 'through', 'thru', 'until', 'till', 'bis', 'hasta', 'tot'])
const beginnings: ReadonlySet<string> = new Set(['from', 'starting', 'beginning'])
const lists: ReadonlySet<string> = new Set(['and', ',', '&', '+', 'or', 'except', 'but', 'plus'])

/** The words, with each kind of dash and dots between two dates as a hyphen of its own. The case of letters stays. */
function wordsOf(text: string): readonly string[] {
  const spaced = text
    .replace(/\s*(\.{2,}|…|–|—|→|->|~)\s*/gu, ' - ')
    .replace(/(?<=\p{L}|\d(?:st|nd|rd|th)?)\s*-\s*(?=\p{L})/gu, ' - ')
    .replace(/(?<=\d{4}-\d{1,2}-\d{1,2}|\p{L}\s?\d{1,2}(?:st|nd|rd|th)?|\.\d{1,4}|\.|\d\/\d{1,2}|\d\/\d{1,2}\/(?:\d\d|\d{4}))-(?=\d)/gu, ' - ')
    .replace(/(?<=^|\s)(\d{1,2}(?:st|nd|rd|th|\.)?)-(\d{1,2}(?:st|nd|rd|th|\.)?)(?=\s|$)/giu, '$1 - $2')
    .replace(/(?<=\p{L}|\d),(?=\s+\d{4}\b)/gu, '')
    .replace(/,/gu, ' , ')
    .trim()
  return spaced === '' ? [] : spaced.split(/\s+/u)
}

export type HowToRead = {
  /** As early as this, in days, a date without a year may be past: an absence can be reported some days late. */
  readonly daysBack?: number
  /** A date without a year of the last days, up to this many, is refused rather than read as next year's. */
  readonly missed?: number
  /** A longer range over New Year whose years weren't both typed is refused: its ends were probably swapped. */
  readonly longest?: number
}

type Room = Around & { readonly missed: number; readonly longest: number }

/** About eight months. */
const longestOverNewYear = 245

/** @param today in the zone of whoever types */
export function readDates(typed: string, today: string, how: HowToRead = {}): Read<DatesTyped> {
  const read = readNamedDates(typed, today, how)
  const first = 'problem' in read ? quotedFirst(typed) : undefined
  if (first === undefined) return read
  const after = readNamedDates(first.after, today, how)
  return 'problem' in after ? after : { value: { ...after.value, name: after.value.name === '' ? first.quote : `${first.quote} ${after.value.name}` } }
}

function readNamedDates(typed: string, today: string, { daysBack = 3, missed = lately, longest = longestOverNewYear }: HowToRead): Read<DatesTyped> {
  const text = typed.trim()
  const { before, quote } = splitAtQuote(text)
  const words = wordsOf(before)
  const low = words.map((word) => word.toLowerCase())
  const start = low[0] === 'from' || low[0] === 'between' || low[0] === 'on' ? 1 : 0
  const around = { today, notBefore: shifted(today, -daysBack), missed, longest }
  const found = rangeAt(low.slice(start), around, low[0] === 'between')
  if (found === undefined) return { problem: `${text === '' ? 'There’s no date here' : `${quoted(text)} isn’t a date I understand`}. ${howTo}` }
  if ('problem' in found) return found
  const rest = words.slice(start + found.words)
  const problem = problemWithRest(rest, text, found, around)
  if (problem !== undefined) return { problem }
  if (found.to < found.from) return { problem: `${quoted(text)} ends before it begins: I read it as ${inWords(found.from)} to ${inWords(found.to)}.` }
  return { value: { from: found.from, to: found.to, name: quote ?? rest.join(' ').replace(/ ,/gu, ',') } }
}

/**
 * Dates of days that are known already: those without a year are read as the last or the next ones that are among them.
 * @param isKnown whether days of this range are
 */
export function readKnownDates(typed: string, today: string, isKnown: (range: DatesTyped) => boolean): Read<DatesTyped> {
  const asUsual = readDates(typed, today)
  const readings = [asUsual, readDates(typed, today, { daysBack: 365 }), readDates(typed, today, { missed: 0 })]
  return readings.find((read) => 'value' in read && isKnown(read.value)) ?? asUsual
}

/** Something behind the dates that looks like more of them is no name. */
function problemWithRest(rest: readonly string[], text: string, { from, to }: Range, around: Around): string | undefined {
  const first = rest[0]?.toLowerCase() ?? ''
  const isMore = joins.has(first) || lists.has(first) || /^\d/u.test(first) || dateAt(rest.map((word) => word.toLowerCase()), around) !== undefined
  if (!isMore) return undefined
  const read = from === to ? inWords(from) : `${inWords(from)} to ${inWords(to)}`
  return `I read ${quoted(text)} as ${read}, but not “${rest.join(' ').slice(0, 40)}”. Write one day or one range at a time.`
}

type Range = { readonly from: string; readonly to: string; readonly words: number }

function rangeAt(words: readonly string[], around: Room, isBetween: boolean): Range | { readonly problem: string } | undefined {
  const { today } = around
  const span = spanAt(words, today) ?? lengthAt(words, around)
  if (span !== undefined) return span
  if (joins.has(words[0] ?? '') && words[0] !== '-') return endAt(words, 1, { date: today, words: 0 }, around)
  const days = daysOfMonth(words, around)
  if (days !== undefined) return days
  const first = dateAt(words, around)
  if (first === undefined || 'problem' in first) return first
  const next = words[first.words] ?? ''
  if (joins.has(next) || (isBetween && next === 'and')) return endAt(words, first.words + 1, first, around)
  const begin = inTime(first, around)
  if ('problem' in begin) return begin
  const length = next === 'for' ? lengthFrom(words.slice(begin.words), begin.date) : undefined
  return length === undefined ? { from: begin.date, to: begin.date, words: begin.words } : { ...length, words: length.words + begin.words }
}

type Found = Exclude<DateFound, { readonly problem: string }>

/** The date, unless it was typed without a year and has just passed. */
const inTime = (found: Found, { today, missed }: Room): DateFound => (found.year === 'left-out' ? justMissed(found.date, today, missed) : undefined) ?? found

/** As {@link dateAt}, unless the date has just passed. */
function comingAt(words: readonly string[], around: Room): DateFound | undefined {
  const found = dateAt(words, around)
  return found === undefined || 'problem' in found ? found : inTime(found, around)
}

/** The end of a range that begins at `first`. A year that only the end has holds for both. */
function endAt(words: readonly string[], at: number, first: Found, around: Room): Range | { readonly problem: string } | undefined {
  const last = dateAt(words.slice(at), { today: around.today, notBefore: first.date })
  if (last === undefined) return { problem: `I read the first day as ${inWords(first.date)}, but there’s no last day I understand after “${words[at - 1]}”. ${howTo}` }
  if ('problem' in last) return last
  const sharesYear = first.year === 'left-out' && last.year === 'typed'
  const from = sharesYear ? (lastBefore(first.date, last.date) ?? first.date) : first.date
  const swapped = first.year === 'left-out' || last.year === 'left-out' ? seemSwapped(from, last.date, around.longest) : undefined
  if (swapped !== undefined) return swapped
  const begin = sharesYear ? first : inTime(first, around)
  return 'problem' in begin ? begin : { from, to: last.date, words: at + last.words }
}

/** Nobody means a range from December 1 to November 30 who writes no years. */
function seemSwapped(from: string, to: string, longest: number): { readonly problem: string } | undefined {
  const days = Temporal.PlainDate.from(from).until(to).days + 1
  if (from.slice(0, 4) === to.slice(0, 4) || days <= longest) return undefined
  return { problem: `From ${inWords(from)} to ${inWords(to)} is ${days} days. Did you mean ${dayFirst(to)} – ${dayFirst(from)}? If not, write both years.` }
}

/** `this week` is what is left of it; `next week` is a whole one. */
function spanAt([first = '', second = '']: readonly string[], today: string): Range | undefined {
  const date = Temporal.PlainDate.from(today)
  if (first !== 'this' && first !== 'next') return undefined
  if (second === 'week') {
    const monday = shifted(today, 8 - date.dayOfWeek)
    return first === 'this' ? { from: today, to: shifted(monday, -1), words: 2 } : { from: monday, to: shifted(monday, 6), words: 2 }
  }
  if (second === 'weekend') {
    const saturday = shifted(today, 6 - date.dayOfWeek + (first === 'next' ? 7 : 0))
    return { from: saturday < today ? today : saturday, to: shifted(saturday, 1), words: 2 }
  }
  if (second !== 'month') return undefined
  const begin = first === 'this' ? date : date.with({ day: 1 }).add({ months: 1 })
  return { from: begin.toString(), to: begin.with({ day: begin.daysInMonth }).toString(), words: 2 }
}

/** `for 3 days`, `2 weeks`, `2 weeks from Monday`. */
function lengthAt(words: readonly string[], around: Room): Range | { readonly problem: string } | undefined {
  const length = lengthFrom(words, around.today)
  if (length === undefined || !beginnings.has(words[length.words] ?? '')) return length
  if (words[0] !== 'for' && isFromNow(words.slice(length.words))) return undefined
  const first = comingAt(words.slice(length.words + 1), around)
  if (first === undefined || 'problem' in first) return first ?? length
  const range = lengthFrom(words, first.date)
  return range === undefined ? length : { ...range, words: length.words + 1 + first.words }
}

function lengthFrom(words: readonly string[], from: string): Range | undefined {
  const at = words[0] === 'for' ? 1 : 0
  const length = lengthOf(words.slice(at))
  return length === undefined ? undefined : { from, to: shifted(later(from, length), -1), words: at + length.words }
}

/** `24-28 Dec`, `Dec 24 - 28`, `24.-28.12.`: two days of one month. */
function daysOfMonth(words: readonly string[], around: Room): Range | { readonly problem: string } | undefined {
  const isMonthFirst = monthOf(words[0] ?? '') > 0
  const [first = '', join = '', second = ''] = isMonthFirst ? words.slice(1) : words
  const month = isMonthFirst ? words[0] : words[3]
  if (dayOf(first) > 0 && joins.has(join) && /^\d{1,2}\.\d{1,2}(\.|$)/u.test(second)) return daysBefore(dayOf(first), second, around)
  if (dayOf(first) === 0 || !joins.has(join) || dayOf(second) === 0 || month === undefined || monthOf(month) === 0) return undefined
  if (isMonthFirst && monthOf(words[4] ?? '') > 0) return undefined
  const year = words[4] ?? ''
  const hasYear = /^(19|20|21)\d\d$/u.test(year)
  const end = comingAt([second, month, ...(hasYear ? [year] : [])], around)
  if (end === undefined || 'problem' in end) return end
  const begin = dateAt([first, month, end.date.slice(0, 4)], around)
  return begin === undefined || 'problem' in begin ? begin : { from: begin.date, to: end.date, words: hasYear ? 5 : 4 }
}

/** `24.-28.12.` */
function daysBefore(day: number, last: string, around: Room): Range | { readonly problem: string } | undefined {
  const end = comingAt([last], around)
  if (end === undefined || 'problem' in end) return end
  const begin = dateAt([`${end.date.slice(0, 8)}${day}`], around)
  return begin === undefined || 'problem' in begin ? begin : { from: begin.date, to: end.date, words: 3 }
}

const inWords = (date: string): string => Temporal.PlainDate.from(date).toLocaleString('en-US', { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' })

/** `30 Nov`, as people type it. */
function dayFirst(date: string): string {
  const { day } = Temporal.PlainDate.from(date)
  return `${day} ${Temporal.PlainDate.from(date).toLocaleString('en-US', { month: 'short' })}`
}
