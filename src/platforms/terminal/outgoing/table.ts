// Facts and tables in aligned columns, or one below the other if the window is too narrow for columns.
import { cleanLine } from '../clean.ts'
import { lineWidth, span, type Line } from './styled.ts'
import { padTo, widthOf } from '../../../screens/width.ts'
import { hang, wrap } from './wrap.ts'

/** Columns between two columns of a table. */
const gap = 3
/** A narrower column of words is hard to read. */
const leastColumn = 16

/** Of the width: on a phone, the 15 letters of “Latest question”. */
const widestLabel = 0.35

export function facts(all: readonly { readonly label: string; readonly value: Line }[], width: number): Line[] {
  const labels = all.map(({ label }) => cleanLine(label))
  const column = Math.min(Math.floor(width * widestLabel), Math.max(0, ...labels.map(widthOf)))
  return all.flatMap(({ value }, index): Line[] => {
    const label = labels[index] ?? ''
    if (width - column - gap < leastColumn) return [...wrap([span(label, 'dim')], width), ...hang([span('  ')], value, width)]
    if (widthOf(label) <= column) return hang([span(padTo(label, column + gap), 'dim')], value, width)
    return [...wrap([span(label, 'dim')], width), ...hang([span(' '.repeat(column + gap))], value, width)]
  })
}

export function table(columns: readonly string[], rows: readonly (readonly string[])[], width: number): Line[] {
  const heads = Array.from({ length: Math.max(columns.length, ...rows.map((row) => row.length)) }, (_, index) => cleanLine(columns[index] ?? ''))
  const cells = rows.map((row) => heads.map((_, index) => cleanLine(row[index] ?? '')))
  const natural = heads.map((head, index) => Math.max(widthOf(head), ...cells.map((row) => widthOf(row[index] ?? ''))))
  const widths = shrink(natural, width - gap * (heads.length - 1))
  if (widths === undefined) return stacked(heads, cells, width)
  const rule = widths.map((column) => '─'.repeat(column)).join(' '.repeat(gap))
  const head = rowLines(heads.map((text) => [span(text, 'strong')]), widths)
  return [...head, [span(rule, 'dim')], ...cells.flatMap((row) => rowLines(row.map((text) => [span(text)]), widths))]
}

/** Narrows the widest column until everything fits; undefined if no readable width is left. */
function shrink(natural: readonly number[], room: number): readonly number[] | undefined {
  const widths = [...natural]
  for (let excess = widths.reduce((sum, one) => sum + one, 0) - room; excess > 0; excess--) {
    const widest = widths.indexOf(Math.max(...widths))
    if ((widths[widest] ?? 0) <= leastColumn) return undefined
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

function rowLines(cells: readonly Line[], widths: readonly number[]): Line[] {
  const wrapped = cells.map((cell, index) => wrap(cell, Math.max(widths[index] ?? 1, 1), 'broken'))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, row) =>
    wrapped.flatMap((lines, index): Line => {
      const line = lines[row] ?? []
      const last = index === wrapped.length - 1
      return last ? line : [...line, span(' '.repeat((widths[index] ?? 0) - lineWidth(line) + gap))]
    }),
  )
}

function stacked(heads: readonly string[], rows: readonly (readonly string[])[], width: number): Line[] {
  return (rows.length === 0 ? [[]] : rows).flatMap((row, index): Line[] => [
    ...(index === 0 ? [] : [[]]),
    ...facts(heads.map((label, column) => ({ label, value: [span(row[column] ?? '')] })), width),
  ])
}
