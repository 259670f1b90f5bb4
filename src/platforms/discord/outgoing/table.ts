// A table as text: Discord has no table, and a code block as wide as one does not fit a phone. Two columns take one line per row. With
// more, each row stands under its title, with the name of its column in front of each cell.
import type { Block } from '../../../screens/screen.ts'
import { recordsOf, unusedColumns, type TableRecord } from '../../../screens/table.ts'
import { bold, line } from './markdown.ts'
import { andMore } from './shorten.ts'

type Table = Extract<Block, { kind: 'table' }>

export function table(block: Table, length: number, items: number): string[] {
  const records = recordsOf(block)
  const shown = records.slice(0, items)
  const left = records.length - items
  return [...(isOfTwoColumns(block) ? pairs(block, shown, length) : underTitles(block, shown, length)), ...(left > 0 ? [andMore(left)] : [])]
}

const isOfTwoColumns = ({ columns, rows }: Table) => columns.length === 2 && rows.some((row) => row.length > 0) && rows.every((row) => row.length <= 2)

/** The names of the columns once, above all rows. */
function pairs({ columns }: Table, records: readonly TableRecord[], length: number): string[] {
  const head = names(columns, length)
  return [
    ...(head === '' ? [] : [`-# ${head}`]),
    ...records.map(({ title, cells }) => [bold(title.value, length), ...cells.map(({ value }) => line(value, length))].join(' · ')),
  ]
}

function underTitles(block: Table, records: readonly TableRecord[], length: number): string[] {
  const unused = names(unusedColumns(block), length)
  const rows = records.flatMap(({ title, cells }, index) => {
    const head = bold(title.column === '' ? title.value : `${title.column}: ${title.value}`, length)
    const list = cells.map(({ column, value }) => (column === '' ? `- ${line(value, length)}` : `- ${bold(`${column}:`, length)} ${line(value, length)}`))
    return [...(index === 0 ? [] : ['']), head, ...list]
  })
  return [...rows, ...(unused === '' ? [] : [unused])]
}

const names = (columns: readonly string[], length: number): string => columns.map((column) => line(column, length)).filter((column) => column !== '').join(' · ')
