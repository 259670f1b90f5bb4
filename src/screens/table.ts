// A table as records, for places that have no table of their own: nothing in it depends on a fixed-width font.
import type { Block } from './screen.ts'

type Table = Extract<Block, { readonly kind: 'table' }>

/** `title`: the row's first cell. `column` is empty where the table has no name for it. */
export type TableRecord = { readonly title: Cell; readonly cells: readonly Cell[] }
export type Cell = { readonly column: string; readonly value: string }

/** What stands in place of an empty cell. */
const emptyCell = '–'

export function recordsOf({ columns, rows }: Table): readonly TableRecord[] {
  return rows.filter((row) => row.length > 0).map((row) => {
    const [title = { column: '', value: emptyCell }, ...cells] = row.map((value, index) => ({
      column: (columns[index] ?? '').trim(),
      value: value.trim() === '' ? emptyCell : value,
    }))
    return { title, cells }
  })
}

/** Names of columns that stand in no record, because no row is that long. */
export function unusedColumns({ columns, rows }: Table): readonly string[] {
  return columns.slice(Math.max(0, ...rows.map(({ length }) => length))).filter((column) => column.trim() !== '')
}
