// Days of the week as people type them: `mon-fri`, `mon wed fri`, `Tuesdays and Fridays`, `mon–fri except wed`, `every day`.
import { daysNamed, exceptWords, groups, isForeignDay, isJoining, joinedLetters, joinWords, plusWords, rangeWords, tokensOf, weekdays, type Weekday } from './day-words.ts'
import { quoted, withoutQuotes, type Read } from './read.ts'

/** Whether all of it is about days, right or wrong. A single letter alone is not, among other values. */
export function looksLikeDays(text: string): boolean {
  const tokens = tokensOf(text)
  const named = tokens.filter((token) => daysNamed(token) !== undefined)
  return (named.length > 1 || (named[0] ?? '').length > 1) && tokens.every((token) => daysNamed(token) !== undefined || isJoining(token))
}

/** Whether a word that does not fit was meant as days: a part of it is a day, in English or another language. */
export function isMeantAsDays(word: string): boolean {
  return tokensOf(word).some((token) => (token.length > 2 && daysNamed(token) !== undefined) || isForeignDay(token))
}

const howTo = 'Write days in English, such as mon-fri, mon wed fri, or daily.'

/** Ascending, at least one. Every word is used; where two readings are possible, both are refused. */
export function readDays(typed: string): Read<readonly Weekday[]> {
  const text = withoutQuotes(typed)
  const tokens = tokensOf(text)
  if (tokens.every((token) => joinWords.has(token))) return { problem: `${text.trim() === '' ? 'There is no day here' : `${quoted(text)} names no day`}. ${howTo}` }
  const joined = joinedLetters(tokens)
  if (joined !== undefined) return { value: joined }
  const steps = stepsOf(tokens, text)
  return 'problem' in steps ? steps : sumOf(steps.value, text)
}

/** Days to add or to remove, with the words for them. */
type Step = { readonly remove: boolean; readonly days: readonly Weekday[]; readonly words: string }

/** The text cut into steps: `mon-fri except wed` is Mon–Fri, then the removal of Wed. */
function stepsOf(tokens: readonly string[], text: string): Read<readonly Step[]> {
  const steps: Step[] = []
  const refused = (why: string) => ({ problem: `${quoted(text)} ${why}. ${howTo}` })
  let word: string | undefined
  let removal: string | undefined
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? ''
    if (joinWords.has(token)) {
      if (token !== ',') word ??= token
    } else if (plusWords.has(token) || exceptWords.has(token)) {
      if (steps.length === 0) return refused('doesn’t say which days to start from')
      if (word !== undefined && word !== 'and') return refused(`isn’t clear: “${word} ${token}”`)
      const isExcept = exceptWords.has(token)
      // `not wed except thu` may take Thursday out or put it back.
      if (isExcept && removal !== undefined && token !== removal && token !== 'not' && token !== 'no') return refused(`isn’t clear after “${removal}”`)
      word = token
      removal = isExcept ? token : undefined
    } else {
      if (steps.length === 0 && word !== undefined) return refused('doesn’t say which days to start from')
      const part = partAt(tokens, at, text)
      if ('problem' in part) return part
      const { days, more } = part.value
      steps.push({ remove: removal !== undefined, days, words: tokens.slice(at, at + more + 1).join('') })
      at += more
      word = undefined
    }
  }
  return word === undefined ? { value: steps } : refused(`has no day after “${word}”`)
}

/** The steps applied in order; refused where one of them says again, or against, what an earlier one said. */
function sumOf(steps: readonly Step[], text: string): Read<readonly Weekday[]> {
  let chosen: ReadonlySet<Weekday> = new Set()
  const refused = (why: string) => ({ problem: `${quoted(text)} ${why}. ${howTo}` })
  let hasRemoved = false
  let hasGroup = false
  for (const { remove, days, words } of steps) {
    const known = days.filter((day) => chosen.has(day))
    if (remove) {
      if (known.length < days.length) return refused(`leaves out ${words}, which isn’t among the days before it`)
      hasRemoved = true
      chosen = chosen.difference(new Set(days))
      continue
    }
    const isSame = days.length === chosen.size && known.length === days.length
    hasGroup ||= groups.has(words)
    if (known.length > 0 && !isSame && (hasRemoved || hasGroup)) return refused(`names ${words} on top of days that already include it`)
    chosen = chosen.union(new Set(days))
  }
  return chosen.size > 0 ? { value: weekdays.filter((day) => chosen.has(day)) } : refused('leaves no day over')
}

/** A day, a group or a range that begins at this token. `more`: tokens behind it that belong to it. */
function partAt(tokens: readonly string[], at: number, text: string): Read<{ readonly days: readonly Weekday[]; readonly more: number }> {
  const [token = '', connector = '', last = '', next = ''] = tokens.slice(at)
  const from = singleOrGroup(token, text)
  if ('problem' in from) return from
  if (!rangeWords.has(connector)) return { value: { days: from.value, more: 0 } }
  if (daysNamed(last) === undefined) return { problem: `The range after ${quoted(token)} in ${quoted(text)} has no end. ${howTo}` }
  const to = singleOrGroup(last, text)
  if ('problem' in to) return to
  if (rangeWords.has(next)) return { problem: `${quoted(text)} can be read in several ways. Write one range, such as ${token}-${last}, or list the days: ${chainOf(tokens, at)}.` }
  const [first, end] = [from.value, to.value]
  if (first.length > 1 || end.length > 1) return { problem: `${quoted(text)} has a range that doesn’t go from one day to another. ${howTo}` }
  return { value: { days: range(first[0] ?? 1, end[0] ?? 1), more: 2 } }
}

function singleOrGroup(token: string, text: string): Read<readonly Weekday[]> {
  const days = daysNamed(token)
  if (days === 'unclear') {
    const where = token === text.trim().toLowerCase() ? quoted(text) : `${quoted(token)} in ${quoted(text)}`
    return { problem: `${where} can be read in several ways. Write three letters for each day, such as mon-fri or tue, thu.` }
  }
  if (days !== undefined) return { value: days }
  return { problem: isJoining(token) ? `${quoted(text)} has “${token}” where a day should be. ${howTo}` : `${quoted(token)} is not a day of the week. ${howTo}` }
}

/** All days of `mon-fri-wed`, with commas. */
function chainOf(tokens: readonly string[], at: number): string {
  const rest = tokens.slice(at)
  const end = rest.findIndex((token, index) => index % 2 === 1 && !rangeWords.has(token))
  return rest.slice(0, end === -1 ? undefined : end).filter((_, index) => index % 2 === 0).join(', ')
}

/** Around the end of the week where `to` comes before `from`. */
function range(from: Weekday, to: Weekday): readonly Weekday[] {
  return weekdays.filter((day) => (from <= to ? day >= from && day <= to : day >= from || day <= to))
}
