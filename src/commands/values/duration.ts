// How long something lasts, as people type it: `8h`, `90min`, `1h30`, `2 days`, `1 week`.
import { quoted, type Read } from './read.ts'

const units: readonly (readonly [RegExp, number])[] = [
  [/^(m|min|mins|minutes?)$/u, 1],
  [/^(h|hr|hrs|hours?)$/u, 60],
  [/^(d|days?)$/u, 24 * 60],
  [/^(w|wk|weeks?)$/u, 7 * 24 * 60],
]

const minutesIn = (unit: string): number | undefined => units.find(([word]) => word.test(unit))?.[1]

/** Each number with its unit; `1h30` ends in minutes, and a number alone is hours. */
const partsOf = (text: string) => [...text.toLowerCase().replace(/\band\b|[,+]/gu, ' ').matchAll(/(\d+(?:[.,]\d+)?)\s*([a-z]*)/gu)]

const whole = /^\s*\d+(?:[.,]\d+)?\s*[a-z]*(?:\s*(?:and|,|\+)?\s*\d+(?:[.,]\d+)?\s*[a-z]*)*\s*$/u

/** Whether it is meant as a length of time, right or wrong. */
export function looksLikeDuration(text: string): boolean {
  const typed = text.toLowerCase()
  return whole.test(typed) && partsOf(typed).every(([, , unit = '']) => unit === '' || minutesIn(unit) !== undefined)
}

/** In whole minutes. */
export function readDuration(text: string, least: number, most: number): Read<number> {
  if (!looksLikeDuration(text)) return { problem: `${quoted(text)} is not a length of time. Write one such as 8h, 90min, or 2 days.` }
  let total = 0
  let before = 60
  for (const [index, [, amount = '', unit = '']] of partsOf(text).entries()) {
    // What follows hours without a unit is minutes: `1h30`.
    const size = unit === '' ? (index === 0 ? 60 : before === 60 ? 1 : 60) : (minutesIn(unit) ?? 1)
    total += Number(amount.replace(',', '.')) * size
    before = size
  }
  const minutes = Math.round(total)
  if (minutes < least) return { problem: `${quoted(text)} is too short: it takes at least ${inWords(least)}.` }
  return minutes > most ? { problem: `${quoted(text)} is too long: it takes at most ${inWords(most)}.` } : { value: minutes }
}

function inWords(minutes: number): string {
  const [size, word] = minutes % (24 * 60) === 0 ? [24 * 60, 'day'] : minutes % 60 === 0 ? [60, 'hour'] : [1, 'minute']
  return minutes === size ? `1 ${word}` : `${minutes / size} ${word}s`
}
