// Lays out rows in columns of equal width, for rankings and tables in a fixed-width font.
import { oneLine } from '../sanitize.ts'

export type Align = 'left' | 'right'

/** A wider cell is cut and ends in an ellipsis. */
const widestCell = 80

/**
 * One line for each row, with two spaces between the columns.
 *
 * @param alignTo the widest that a column gets; a wider cell shifts the rest of its own row
 */
export function columns(rows: readonly (readonly string[])[], align: readonly Align[], alignTo: number): string[] {
  const cells = rows.map((row) => row.map((cell) => clip(oneLine(cell), widestCell)))
  const widths = align.map((_, column) => Math.max(0, ...cells.map((row) => Math.min(alignTo, width(row[column] ?? '')))))
  return cells.map((row) => align.map((side, column) => pad(row[column] ?? '', widths[column] ?? 0, side)).join('  ').trimEnd())
}

function pad(text: string, to: number, side: Align): string {
  const space = ' '.repeat(Math.max(0, to - width(text)))
  return side === 'left' ? text + space : space + text
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

// Scripts and emoji that are two columns wide in a fixed-width font. https://www.unicode.org/reports/tr11/
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u

function width(text: string): number {
  if (/^[ -~]*$/u.test(text)) return text.length
  let sum = 0
  for (const { segment } of graphemes.segment(text)) sum += wide.test(segment) ? 2 : 1
  return sum
}

function clip(text: string, widest: number): string {
  if (width(text) <= widest) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (width(kept + segment) > widest - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
