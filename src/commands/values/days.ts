// Days of the week as people type them: `mon-fri`, `mon wed fri`, `Tuesdays and Fridays`, `mon–fri except wed`, `every day`.
import { quoted, type Read } from './read.ts'

/** 1 is Monday, 7 is Sunday (ISO 8601). */
type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const short = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const

/** A map and not an object, which has names of its own: `constructor`. */
const groups: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ['daily', weekdays],
  ['weekdays', [1, 2, 3, 4, 5]],
  ['weekends', [6, 7]],
])

const rangeWords: ReadonlySet<string> = new Set(['-', 'to', 'through', 'thru', 'until', 'till'])
const joinWords: ReadonlySet<string> = new Set([',', 'and', 'plus', 'also'])
const exceptWords: ReadonlySet<string> = new Set(['except', 'excluding', 'without', 'minus', 'but', 'not', 'no'])
const fillers: ReadonlySet<string> = new Set(['every', 'each', 'on', 'only', 'for', 'the', 'all', 'days', 'from'])

/** Groups of several words as one, and every sign that joins as a comma. */
function tokensOf(text: string): readonly string[] {
  const spaced = text
    .toLowerCase()
    .replace(/\b(every|each|all)\s*days?\b|\bevery\s*day\b|\beveryday\b|\ball week( long)?\b|\b7 days( a week)?\b|\bweek(days)? and weekends?\b/gu, ' daily ')
    .replace(/\b(every |each |all )?(week|work|working |business |work )-?days?\b/gu, ' weekdays ')
    .replace(/\b(every |each |all |the )?weekends?\b/gu, ' weekends ')
    .replace(/[/;|+&,.]/gu, ' , ')
    .replace(/-/gu, ' - ')
    .trim()
  return spaced === '' ? [] : spaced.split(/\s+/u)
}

/** `tue`, `tues`, `tu`, `tuesdays`; undefined for what is no day. */
function dayOf(token: string): Weekday | undefined {
  const at = names.findIndex((name, index) => {
    const isStart = token.length >= 3 && name.startsWith(token)
    return token === short[index] || isStart || token === `${name}s` || (token.length >= 4 && token.endsWith('s') && name.startsWith(token.slice(0, -1)))
  })
  return weekdays[at]
}

const isWord = (token: string) => rangeWords.has(token) || joinWords.has(token) || exceptWords.has(token) || fillers.has(token)

/** Whether all of it is about days, right or wrong; at least one day or group of days is in it. */
export function looksLikeDays(text: string): boolean {
  const tokens = tokensOf(text)
  const named = tokens.filter((token) => groups.has(token) || dayOf(token) !== undefined)
  return named.length > 0 && tokens.every((token) => groups.has(token) || dayOf(token) !== undefined || isWord(token))
}

/** Ascending, at least one. Every word is read or refused; none is passed over. */
export function readDays(text: string): Read<readonly Weekday[]> {
  const tokens = tokensOf(text).filter((token) => !fillers.has(token))
  const chosen = new Set<Weekday>()
  let removing = false
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? ''
    if (joinWords.has(token)) continue
    if (exceptWords.has(token)) {
      removing = true
      continue
    }
    const part = partAt(tokens, at)
    if ('problem' in part) return part
    for (const day of part.value.days) if (removing) chosen.delete(day)
    else chosen.add(day)
    at += part.value.more
  }
  if (chosen.size > 0) return { value: weekdays.filter((day) => chosen.has(day)) }
  return { problem: tokens.length === 0 ? `${quoted(text)} names no day. ${howTo}` : `${quoted(text)} leaves no day over. ${howTo}` }
}

const howTo = 'Write days such as mon-fri, mon wed fri, or daily.'

/** A day, a group or a range that begins at this token. `more`: tokens behind it that belong to it. */
function partAt(tokens: readonly string[], at: number): Read<{ readonly days: readonly Weekday[]; readonly more: number }> {
  const [token = '', connector = '', last = '', next = ''] = tokens.slice(at)
  const group = groups.get(token)
  if (group !== undefined) return { value: { days: group, more: 0 } }
  const from = dayOf(token)
  if (from === undefined) return { problem: `${quoted(token)} is not a day of the week. ${howTo}` }
  if (!rangeWords.has(connector)) return { value: { days: [from], more: 0 } }
  const to = dayOf(last)
  if (to === undefined) return { problem: `The range after ${quoted(token)} has no end. ${howTo}` }
  if (rangeWords.has(next)) {
    const read = quoted(tokens.slice(at, at + 5).join(' '))
    return { problem: `${read} can be read in two ways. Write ${token}-${last} or ${token}, ${last}.` }
  }
  return { value: { days: range(from, to), more: 2 } }
}

/** Around the end of the week where `to` comes before `from`. */
function range(from: Weekday, to: Weekday): readonly Weekday[] {
  return weekdays.filter((day) => (from <= to ? day >= from && day <= to : day >= from || day <= to))
}
