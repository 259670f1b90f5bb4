// A table: in columns where they fit on a phone, else row by row.
import type { Block } from '../../../screens/screen.ts'
import { cleanLine, cut, inCodeBlock } from './escape.ts'
import { bold, line } from './markdown.ts'

type Table = Extract<Block, { kind: 'table' }>

/** Letters that a block of code shows in one line on a phone. */
const phoneWidth = 44

export function table(block: Table, length: number, items: number): string[] {
  if (block.columns.length === 0 && block.rows.every((row) => row.length === 0)) return []
  const shown = block.rows.slice(0, items)
  const left = block.rows.length - shown.length
  const more = left > 0 ? [`-# …and ${left} more`] : []
  return [...(inColumns(block.columns, shown, length) ?? rowByRow(block.columns, shown, length)), ...more]
}

function inColumns(columns: readonly string[], rows: readonly (readonly string[])[], length: number): string[] | undefined {
  const grid = [columns, ...rows].map((row) => row.map((cell) => cut(inCodeBlock(cell), length)))
  const count = Math.max(...grid.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, index) => Math.max(...grid.map((row) => cellsOf(row[index] ?? ''))))
  if (widths.reduce((sum, width) => sum + width + 2, 0) > phoneWidth) return undefined
  const [head = '', ...lines] = grid.map((row) => widths.map((width, index) => padded(row[index] ?? '', width)).join('  ').trimEnd())
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return ['```', head, rule, ...lines, '```']
}

function rowByRow(columns: readonly string[], rows: readonly (readonly string[])[], length: number): string[] {
  if (rows.length === 0) return [columns.map((column) => bold(column, length)).join(' · ')]
  const named = (cell: string, column: string | undefined) =>
    column === undefined || cleanLine(column) === '' ? line(cell, length) : `${line(column, length)}: ${line(cell, length)}`
  return rows.map((row, index) => {
    const [first = '', ...others] = row
    const head = index === 0 && columns[0] !== undefined && cleanLine(columns[0]) !== '' ? `${line(columns[0], length)}: ` : ''
    const unused = index === 0 ? columns.slice(row.length) : []
    return [`${head}${bold(first, length)}`, ...others.map((cell, at) => named(cell, columns[at + 1])), ...unused.map((column) => line(column, length))].join(' · ')
  })
}

/** Chinese, Japanese and Korean letters and emoji are two wide in a font of one width. */
function cellsOf(text: string): number {
  const wide = text.match(/\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/gu)
  return [...text].length + (wide?.length ?? 0)
}

const padded = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - cellsOf(text)))
