// A table as a file that spreadsheets open: https://www.rfc-editor.org/rfc/rfc4180

/** Excel takes a file without it for one of the machine's own old character set. */
const byteOrderMark = '\uFEFF'

export type Cell = string | number | null

export function csv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return byteOrderMark + [columns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = withoutFormula(cell)
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const likeFormula = /^\s*[=+\-@＝＋－＠\t\r]/u

/** A spreadsheet runs a text that begins like a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const withoutFormula = (text: string): string => (likeFormula.test(text) ? `'${text}` : text)

/** The text of a cell that begins like a formula and was marked as none. */
export const withoutFormulaMark = (cell: string): string => (cell.startsWith("'") && likeFormula.test(cell.slice(1)) ? cell.slice(1) : cell)
