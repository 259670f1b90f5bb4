// A table in Markdown, and text without the marks of Markdown.

export type MarkdownTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

export const tableLine = /^\s*\|(.*)\|\s*$/u

/** @param lines the lines of one table, its rule included */
export function readTable(lines: readonly string[]): MarkdownTable {
  const cells = lines.map((line) => (tableLine.exec(line)?.[1] ?? '').split(/(?<!\\)\|/u).map((cell) => withoutMarks(cell.trim().replaceAll(String.raw`\|`, '|'))))
  const [columns = [], ...rest] = cells
  return { columns, rows: rest.filter((each) => !each.every((cell) => /^:?-+:?$/u.test(cell))) }
}

/** All tables of a text, but none in a fenced block of code. */
export function tablesIn(markdown: string): readonly MarkdownTable[] {
  const tables: string[][] = []
  let open = false
  let fenced = false
  for (const line of markdown.split(/\r?\n/u)) {
    if (/^ {0,3}(?:`{3,}|~{3,})/u.test(line)) fenced = !fenced
    const isRow = !fenced && tableLine.test(line)
    if (isRow && open) tables.at(-1)?.push(line)
    else if (isRow) tables.push([line])
    open = isRow
  }
  return tables.map(readTable)
}

export const withoutMarks = (text: string): string =>
  text
    .replaceAll(/\*\*([^*]+)\*\*/gu, '$1')
    .replaceAll(/`([^`]+)`/gu, '$1')
    .replaceAll(/\[([^\]]+)\]\([^)\s]+\)/gu, '$1')
    .replaceAll(/(?<![\w*])[*_](\S(?:[^*_]*\S)?)[*_](?![\w*])/gu, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+.!>|-])/gu, '$1')
