// Codes that one person gives and another types within minutes.
import { minute, type Instant } from './time.ts'

/** Without vowels, so that it spells no word, and without digits: https://www.rfc-editor.org/rfc/rfc8628#section-6.1 */
export const codeLetters = 'BCDFGHJKLMNPQRSTVWXZ'
const codeLength = 8

/** Short, because the code is short. */
export const codeLife = 10 * minute
/** More wrong codes are not read for a while, so that nobody can guess one. */
export const mostTries = 5
export const triesWithin = 10 * minute

/** @param pick a whole number from 0, below the one given, all equally likely */
export function makeCode(pick: (below: number) => number): string {
  return Array.from({ length: codeLength }, () => codeLetters[pick(codeLetters.length)]).join('')
}

/** `BCDF-GHJK` */
export const showCode = (code: string): string => `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`

/** The code as it was made, whatever its case, spaces, and hyphens. Undefined if it can't be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s\p{Pd}]/gu, '')
  if (!/^[a-zA-Z]+$/u.test(code) || code.length !== codeLength) return undefined
  const letters = code.toUpperCase()
  return [...letters].every((letter) => codeLetters.includes(letter)) ? letters : undefined
}

/** Until when no more codes of somebody are read; undefined if they are. @param failures the latest first: `mostTries` are enough */
export function lockedUntil(failures: readonly Instant[], at: Instant): Instant | undefined {
  const oldest = failures.filter((each) => at - each < triesWithin)[mostTries - 1]
  return oldest === undefined ? undefined : oldest + triesWithin
}
