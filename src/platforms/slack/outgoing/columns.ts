// Lays out rows in columns of equal width, for rankings and tables in a fixed-width font.
import { cutTo, padBefore, padTo, widthOf } from '../../../screens/width.ts'
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
  const cells = rows.map((row) => row.map((cell) => cutTo(oneLine(cell), widestCell)))
  const widths = align.map((_, column) => Math.max(0, ...cells.map((row) => Math.min(alignTo, widthOf(row[column] ?? '')))))
  const padded = (side: Align, cell: string, to: number) => (side === 'left' ? padTo(cell, to) : padBefore(cell, to))
  return cells.map((row) => align.map((side, column) => padded(side, row[column] ?? '', widths[column] ?? 0)).join('  ').trimEnd())
}
