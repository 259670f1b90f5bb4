// How much of a screen is shown, and the line that says how much was left out.
import type { TextOptions } from './markdown.ts'
import type { AttachedNames } from './message.ts'

/** What is longer or more than this is left out. */
export type Budget = TextOptions & {
  /** Lines of a list, a ranking or a table. */
  readonly items: number
  /** Blocks of a screen. */
  readonly blocks: number
  /** The names of the files that are sent with the message; a picture without one is not shown. */
  readonly attached: AttachedNames
  /** Whether adjacent texts share one text display, to save components. */
  readonly merged: boolean
}

export const andMore = (count: number, what = ''): string => `-# …and ${count} more${what}`

/** The first `most` lines, then a line that says how many are left out. */
export function upTo(most: number, lines: readonly string[]): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most), andMore(lines.length - most)]
}
