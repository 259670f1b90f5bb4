// A number that is typed in place of a name: the one with this number in the list that people see.
import { readNumber } from './values/number.ts'

/** `3`, `#3` or `no. 3` is the third; undefined if the text is no number, or the list is shorter. */
export function nth<T>(items: readonly T[], typed: string): T | undefined {
  const number = readNumber(typed.trim().replace(/^(?:#|no\.?\s|number\s)\s*/iu, ''))
  return number === undefined ? undefined : items[number - 1]
}
