// A table: in columns if they fit on a phone, otherwise row by row.
import type { Block } from '../../../screens/screen.ts'
import { padTo, widthOf } from '../../../screens/width.ts'
import { cleanLine, cut, inCodeBlock } from './escape.ts'
import { bold, line } from './markdown.ts'
import { andMore } from './shorten.ts'

type Table = Extract<Block, { kind: 'table' }>
type Row = readonly string[]

/** Characters that a code block shows on one line on a phone. */
const phoneWidth = 44

export function table(block: Table, length: number, items: number): string[] {
  if (block.columns.length === 0 && block.rows.every((row) => row.length === 0)) return []
  const shown = block.rows.slice(0, items)
  const left = block.rows.length - shown.length
  return [...(inColumns(block.columns, shown, length) ?? rowByRow(block.columns, shown, length)), ...(left > 0 ? [andMore(left)] : [])]
}

/** Undefined if the columns are too wide. */
function inColumns(columns: Row, rows: readonly Row[], length: number): string[] | undefined {
  const grid = [columns, ...rows].map((row) => row.map((cell) => cut(inCodeBlock(cell), length)))
  const count = Math.max(...grid.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, index) => Math.max(...grid.map((row) => widthOf(row[index] ?? ''))))
  if (widths.reduce((sum, width) => sum + width + 2, 0) > phoneWidth) return undefined
  const [head = '', ...lines] = grid.map((row) => widths.map((width, index) => padTo(row[index] ?? '', width)).join('  ').trimEnd())
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return ['```', head, rule, ...lines, '```']
}

function rowByRow(columns: Row, rows: readonly Row[], length: number): string[] {
  if (rows.length === 0) return [columns.map((column) => bold(column, length)).join(' · ')]
  const labeled = (cell: string, column: string | undefined) => labelBefore(column, length) + line(cell, length)
  return rows.map((row, index) => {
    const [first = '', ...others] = row
    // The first row also names the first column, and any columns for which it has no cell.
    const head = (index === 0 ? labelBefore(columns[0], length) : '') + bold(first, length)
    const unused = index === 0 ? columns.slice(row.length) : []
    return [head, ...others.map((cell, at) => labeled(cell, columns[at + 1])), ...unused.map((column) => line(column, length))].join(' · ')
  })
}

function labelBefore(column: string | undefined, length: number): string {
  return column === undefined || cleanLine(column) === '' ? '' : `${line(column, length)}: `
}
