// How long something lasts, as people type it: `8h`, `90min`, `1h30`, `2 days`, `1 week`.
import { quoted, withoutQuotes, type Read } from './read.ts'

const units: readonly (readonly [RegExp, number])[] = [
  [/^(m|min|mins|minutes?)$/u, 1],
  [/^(h|hr|hrs|hours?)$/u, 60],
  [/^(d|days?)$/u, 24 * 60],
  [/^(w|wk|weeks?)$/u, 7 * 24 * 60],
]

const minutesIn = (unit: string): number | undefined => units.find(([word]) => word.test(unit))?.[1]

type Part = { readonly amount: number; readonly unit: string }

const part = /(?:\s*(?:,|\+|\band\b)?\s*)(\d+(?:[.,]\d{1,2})?)(?![\d.,]*\d)\s*([a-z]*)/uy

/** Each number with its unit, in order; undefined if the text has anything else. A comma between digits is a decimal comma. */
function partsOf(text: string): readonly Part[] | undefined {
  const typed = withoutQuotes(text).toLowerCase().trim()
  const parts: Part[] = []
  for (part.lastIndex = 0; part.lastIndex < typed.length; ) {
    const found = part.exec(typed)
    if (found === null) return undefined
    const [, amount = '', unit = ''] = found
    if (unit !== '' && minutesIn(unit) === undefined) return undefined
    parts.push({ amount: Number(amount.replace(',', '.')), unit })
  }
  return parts.length === 0 ? undefined : parts
}

/** In minutes. A number alone is hours, and a last number after hours is minutes: `1h30`. Undefined if the units do not get smaller. */
function sumOf(parts: readonly Part[]): number | undefined {
  let total = 0
  let before = Infinity
  for (const [index, { amount, unit }] of parts.entries()) {
    const isMinutes = unit === '' && before === 60 && index === parts.length - 1
    const size = unit === '' ? (parts.length === 1 ? 60 : isMinutes ? 1 : undefined) : minutesIn(unit)
    if (size === undefined || size >= before) return undefined
    total += amount * size
    before = size
  }
  return total
}

/** Whether it is meant as a length of time, right or wrong. */
export function looksLikeDuration(text: string): boolean {
  return partsOf(text) !== undefined
}

/** In whole minutes. */
export function readDuration(text: string, least: number, most: number): Read<number> {
  const parts = partsOf(text)
  const total = parts === undefined ? undefined : sumOf(parts)
  if (total === undefined) return { problem: `${quoted(text)} is not a length of time. Write one such as 8h, 90min, or 2 days.` }
  const minutes = Math.round(total)
  if (minutes < least) return { problem: `${quoted(text)} is too short: it takes at least ${inWords(least)}.` }
  return minutes > most ? { problem: `${quoted(text)} is too long: it takes at most ${inWords(most)}.` } : { value: minutes }
}

function inWords(minutes: number): string {
  const [size, word] = minutes % (24 * 60) === 0 ? [24 * 60, 'day'] : minutes % 60 === 0 ? [60, 'hour'] : [1, 'minute']
  return minutes === size ? `1 ${word}` : `${minutes / size} ${word}s`
}
