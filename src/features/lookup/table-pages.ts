// Tables in pages, so that each fits on the screen of a phone, whichever way a platform draws it.
import type { MarkdownTable } from '../../course/markdown-table.ts'

/** A phone shows 30 lines of 44 letters. The title, where to read it, and buttons take the rest. */
const linesShown = 20
const lineLength = 44
/** In a table with two columns side by side. */
const columnLength = 20
/** Beside the name of its column, which may take a third of the line. */
const nameLength = 14
const valueLength = 26

const linesOf = (text: string, length: number): number => Math.max(1, Math.ceil(text.length / length))

/** The most that a row takes: its cells side by side if there are two, or one below the other, each after the name of its column. */
function rowLines(columns: readonly string[], row: readonly string[]): number {
  if (row.length <= 2) return Math.max(...row.map((cell) => linesOf(cell, columnLength)))
  return 1 + row.reduce((sum, cell, at) => sum + cellLines(columns[at] ?? '', cell), 0)
}

/** After the name of its column, beside it, or below it. */
function cellLines(column: string, cell: string): number {
  const beside = column.length <= nameLength ? linesOf(cell, valueLength) : 1 + linesOf(cell, lineLength)
  return Math.max(beside, linesOf(`- ${column}: ${cell}`, lineLength))
}

/** Each page is one table or more, or a part of one; at least one row. */
export function tablePages(tables: readonly MarkdownTable[]): readonly (readonly MarkdownTable[])[] {
  const pages: MarkdownTable[][] = []
  let used = linesShown
  for (const { columns, rows } of tables) {
    // One below the other, cells have the names of their columns in front, and the table has no head.
    const head = columns.length <= 2 ? rowLines(columns, columns) + 1 : 0
    let table: (readonly string[])[] | undefined
    for (const row of rows) {
      const lines = rowLines(columns, row)
      if (table === undefined || used + lines > linesShown) {
        if (used + head + lines > linesShown) {
          pages.push([])
          used = 0
        }
        table = []
        used += head
        pages.at(-1)?.push({ columns, rows: table })
      }
      table.push(row)
      used += lines
    }
  }
  return pages
}
