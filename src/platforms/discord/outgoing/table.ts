// A table as records: each row under its title, with the name of its column in front of each cell. Discord has no table, and a code
// block as wide as one does not fit a phone.
import type { Block } from '../../../screens/screen.ts'
import { recordsOf, unusedColumns } from '../../../screens/table.ts'
import { bold, line } from './markdown.ts'
import { andMore } from './shorten.ts'

type Table = Extract<Block, { kind: 'table' }>

export function table(block: Table, length: number, items: number): string[] {
  const records = recordsOf(block)
  const shown = records.slice(0, items).flatMap(({ title, cells }, index) => {
    const head = bold(title.column === '' ? title.value : `${title.column}: ${title.value}`, length)
    const list = cells.map(({ column, value }) => (column === '' ? `- ${line(value, length)}` : `- ${bold(`${column}:`, length)} ${line(value, length)}`))
    return [...(index === 0 ? [] : ['']), head, ...list]
  })
  const unused = unusedColumns(block).map((column) => line(column, length)).filter((column) => column !== '')
  const left = records.length - items
  return [...shown, ...(unused.length > 0 ? [unused.join(' · ')] : []), ...(left > 0 ? [andMore(left)] : [])]
}
