// One date as people type it, word by word: `2026-12-24`, `24 Dec`, `Dec 24th, 2026`, `24.12.`, `tomorrow`, `next Friday`.
type LocalDate = string

/** What a reader of one date knows: today, and the first day that a date without a year may mean. */
export type Around = { readonly today: LocalDate; readonly notBefore: LocalDate }

/** A date at the beginning of the words, and how many of them it takes; or why it is unclear. */
export type DateFound = { readonly date: LocalDate; readonly words: number } | { readonly problem: string }

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

const indexIn = (names: readonly string[], word: string): number => {
  const bare = word.replace(/\.$/u, '')
  const short = bare === 'sept' ? 'sep' : bare
  return short.length < 3 ? -1 : names.findIndex((name) => name.startsWith(short))
}

/** 1 to 12; 0 for what is no month. */
export const monthOf = (word: string): number => indexIn(months, word) + 1
/** 1 is Monday; 0 for what is no weekday. */
export const weekdayOf = (word: string): number => indexIn(weekdays, word === 'weds' ? 'wed' : word) + 1

export const dayOf = (word: string): number => (/^\d{1,2}(st|nd|rd|th|\.)?$/u.test(word) ? Number.parseInt(word, 10) : 0)
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
  const typed = words.slice(0, taken).join(' ')
  if (date === undefined) return unknown(typed)
  return (year > 0 ? undefined : justMissed(date, typed, around)) ?? { date, words: taken }
}

/** Whoever writes a date of the last weeks, without a year, doesn't mean next year. In days. */
const lately = 90

function justMissed(date: LocalDate, typed: string, { today }: Around): { readonly problem: string } | undefined {
  const before = Temporal.PlainDate.from(date).subtract({ years: 1 })
  const ago = before.until(today).days
  if (ago <= 0 || ago > lately) return undefined
  return { problem: `“${typed}” was ${ago === 1 ? 'yesterday' : `${ago} days ago`}, which is too long ago. If you mean ${date.slice(0, 4)}, write the year.` }
}

/** Undefined if the words do not begin with a date. */
export function dateAt(words: readonly string[], around: Around): DateFound | undefined {
  return inDigits(words, around) ?? byName(words, around) ?? spelled(words, around)
}

function inDigits(words: readonly string[], around: Around): DateFound | undefined {
  const [word = ''] = words
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(word)
  if (iso !== null) return dated({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }, words, 1, around)
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/u.exec(word)
  if (dotted !== null) return dated({ day: Number(dotted[1]), month: Number(dotted[2]), year: Number(dotted[3] ?? 0) }, words, 1, around)
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/u.exec(word)
  if (slashed === null) return undefined
  const [one, other, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3] ?? 0)]
  if (one <= 12 && other <= 12 && one !== other) return { problem: `“${word}” can be read in two ways. Write the month as a word: ${other} ${nameOf(one)} or ${one} ${nameOf(other)}.` }
  return dated(one > 12 ? { day: one, month: other, year } : { day: other, month: one, year }, words, 1, around)
}

const nameOf = (month: number): string => {
  const name = months[month - 1] ?? ''
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1, 3)}`
}

function byName(words: readonly string[], { today, notBefore }: Around): DateFound | undefined {
  const [first = '', second = ''] = words
  const near = { today: 0, tomorrow: 1, yesterday: -1 }[first]
  if (near !== undefined) return { date: shifted(today, near), words: 1 }
  const skips = first === 'next' || first === 'this' || first === 'on' || first === 'coming'
  const weekday = weekdayOf(skips ? second : first)
  if (weekday === 0) return undefined
  const from = notBefore > today ? notBefore : today
  const ahead = (weekday - Temporal.PlainDate.from(from).dayOfWeek + 7) % 7
  // On a Monday, next Monday is a week away. Any other next Monday may be that of this week or of the next one; the coming one is meant.
  return { date: shifted(from, first === 'next' && ahead === 0 ? 7 : ahead), words: skips ? 2 : 1 }
}

/** `24 Dec`, `24th of December 2026`, `Dec 24, 2026`. */
function spelled(words: readonly string[], around: Around): DateFound | undefined {
  const [first = '', second = '', third = '', fourth = ''] = words
  if (dayOf(first) > 0) {
    const of = second === 'of' ? 1 : 0
    const [month, year] = of === 1 ? [monthOf(third), yearOf(fourth)] : [monthOf(second), yearOf(third)]
    return month === 0 ? undefined : dated({ day: dayOf(first), month, year }, words, 2 + of + (year > 0 ? 1 : 0), around)
  }
  const [month, day, year] = [monthOf(first), dayOf(second), yearOf(third)]
  return month === 0 || day === 0 ? undefined : dated({ day, month, year }, words, year > 0 ? 3 : 2, around)
}
