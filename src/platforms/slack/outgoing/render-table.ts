// Draws a table: as Slack's own table in a message, and as records where there can be none.
import type { types } from '@slack/bolt'
import type { Block } from '../../../screens/screen.ts'
import { recordsOf, unusedColumns, type Cell } from '../../../screens/table.ts'
import { oneLine } from '../sanitize.ts'
import { limits } from './limits.ts'
import { paragraph, section, words } from './text-blocks.ts'

export type Table = Extract<Block, { kind: 'table' }>

const bold = { bold: true } as const

/** The number of cells in the longest row. */
const widthOf = ({ columns, rows }: Table) => Math.max(columns.length, ...rows.map(({ length }) => length))

export function fitsTableBlock(table: Table): boolean {
  const characters = [table.columns, ...table.rows].flat().reduce((sum, cell) => sum + cell.length, 0)
  const width = widthOf(table)
  return width > 0 && width <= limits.tableColumns && table.rows.length > 0 && table.rows.length < limits.tableRows && characters <= limits.richText
}

/**
 * Every cell is rich text: Slack was seen to fail on `raw_text` cells (https://github.com/soxtoby/SlackNet/issues/246), and refuses
 * an empty one (https://github.com/getnao/nao/issues/1143).
 */
export function tableBlock(table: Table): types.TableBlock {
  const width = widthOf(table)
  const row = (cells: readonly string[], head: boolean) =>
    Array.from({ length: width }, (_, index) => paragraph([words(oneLine(cells[index] ?? ''), head || index === 0 ? bold : undefined)]))
  return {
    type: 'table',
    column_settings: Array.from({ length: width }, () => ({ is_wrapped: true })),
    rows: [row(table.columns, true), ...table.rows.map((cells) => row(cells, false))],
  }
}

/** Each row under its title, with the name of its column in front of each cell. */
export function tableRecords(table: Table): types.RichTextBlock {
  const unused = unusedColumns(table)
  const elements = recordsOf(table).flatMap(({ title, cells }, index): types.RichTextBlock['elements'] => {
    const head = section([words(`${index === 0 ? '' : '\n'}${title.column === '' ? '' : `${oneLine(title.column)}: `}${oneLine(title.value)}`, bold)])
    const list = cells.map((cell) => section(labeled(cell)))
    return list.length === 0 ? [head] : [head, { type: 'rich_text_list', style: 'bullet', elements: list }]
  })
  if (unused.length > 0 || elements.length === 0) elements.push(section([words(unused.map(oneLine).join(' · '), { italic: true })]))
  return { type: 'rich_text', elements }
}

function labeled({ column, value }: Cell): types.RichTextElement[] {
  return column === '' ? [words(oneLine(value))] : [words(`${oneLine(column)}:`, bold), words(` ${oneLine(value)}`)]
}
