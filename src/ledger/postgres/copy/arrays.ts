// Columns of many rows as arrays in PostgreSQL's words, so that one statement takes all of them.
// https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO

import { withoutNul } from '../nul.ts'

export type ArrayWriter = {
  /** The values of one column. A NUL becomes U+FFFD, because PostgreSQL takes no text with one. */
  readonly write: (values: readonly unknown[]) => string
  /** How many texts had one. */
  readonly replaced: () => number
}

export function arrayWriter(): ArrayWriter {
  let replaced = 0

  function element(value: unknown): string {
    if (value === null) return 'NULL'
    if (typeof value === 'number' || typeof value === 'bigint') return String(value)
    if (value instanceof Uint8Array) return `"\\\\x${Buffer.from(value).toString('hex')}"`
    const text = String(value)
    if (text.includes('\0')) replaced += 1
    return `"${withoutNul(text).replaceAll(/["\\]/gu, String.raw`\$&`)}"`
  }

  return { write: (values) => `{${values.map(element).join(',')}}`, replaced: () => replaced }
}
