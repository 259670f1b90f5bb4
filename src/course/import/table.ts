// A table as text: its cells, whatever separates them, and what a cell says.
import { outsideCode } from '../../core/code-marks.ts'
import { withoutFormulaMark } from '../../core/csv.ts'
import { htmlToText, looksLikeHtml, tidy, withoutEntities } from './plain-text.ts'

/** The cells of a table; its first line names the columns. */
export const tableIn = (text: string): readonly (readonly string[])[] => rowsOf(...parted(text))

/**
 * What a cell says. Most are plain text, in which `List<String>` is no tag; some programs write HTML. A cell that is nothing but an entity is
 * about it.
 */
export function readCell(written: string): string {
  const text = withoutFormulaMark(written)
  if (/^\s*&#?\w+;\s*$/u.test(text)) return text.trim()
  return looksLikeHtml(text) ? htmlToText(text) : tidy(outsideCode(text, withoutEntities))
}

/** The table without the line that tells Excel its separator, and the separator: where commas stand in numbers, Excel writes semicolons. */
function parted(text: string): readonly [text: string, separator: string] {
  const told = /^sep=([,;\t|])[^\n]*\n/iu.exec(text)
  if (told?.[1] !== undefined) return [text.slice(told[0].length), told[1]]
  const line = /^[^\n]*/u.exec(text)?.[0] ?? ''
  return [text, [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length })).toSorted((one, other) => other.count - one.count)[0]?.sign ?? ',']
}

/** https://www.rfc-editor.org/rfc/rfc4180 */
export function rowsOf(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let [cell, quoted] = ['', false]
  const endCell = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (quoted) cell += sign
    else if (sign === separator) endCell()
    else if (sign === '\n') {
      endCell()
      rows.push([])
    } else cell += sign
  }
  endCell()
  return rows
}

const isEmpty = (cell: string): boolean => cell.trim() === ''

/** The rows below the head that have something in them. */
export const rowsBelow = (table: readonly (readonly string[])[]): readonly (readonly string[])[] => table.slice(1).filter((row) => !row.every(isEmpty))

/** What a separator inside a text does to a row, if it isn't in quotes: everything behind it moves into the next column. */
export const hasTooMany = (row: readonly string[], head: readonly string[]): boolean => row.slice(head.length).some((cell) => !isEmpty(cell))

export const tooManyCells = (row: readonly string[], head: readonly string[]): string =>
  `It has ${row.length} cells, and the first line names ${head.length}. Put a text with the separator in it between double quotes.`

/** Below so many columns, a text has as many separators by chance. */
const fewestColumns = 4

/** A quote that isn't closed takes the rows below into its cell: lines with just as many separators as a row has. */
export function holdsRows(row: readonly string[], { length }: readonly string[]): boolean {
  const isRow = (line: string): boolean => [',', ';', '\t'].some((separator) => line.split(separator).length === length)
  return length >= fewestColumns && row.some((cell) => cell.split('\n').filter(isRow).length > 1)
}

export const unclosedQuote = 'A quote at the beginning of a cell isn’t closed, so the rows below went into it. Write a quote inside a text twice, or remove it.'
