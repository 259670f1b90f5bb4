// Finds the column of a table that lists what one side does: “what does AWS configure”.
import type { Course, Section } from '../course.ts'
import { documentTables } from '../document-tables.ts'
import { isNeutral } from './neutral-words.ts'
import type { Side, SideOf } from './sides.ts'
import { readWords, stem } from './words.ts'

/** The whole column, each cell a line, under its head. */
export type ColumnSearch = (words: readonly string[], side: Side) => { readonly section: Section; readonly text: string } | undefined

/** What a word counts for that stands in the head of the column, and in the heading of the section. */
const points = { column: 1, heading: 0.9 }
const enough = 0.75

type Column = { readonly section: Section; readonly side: Side; readonly head: ReadonlySet<string>; readonly heading: ReadonlySet<string>; readonly text: string }

export function buildColumnSearch(course: Course, sideOf: SideOf): ColumnSearch {
  const columns = documentTables(course).flatMap(({ section, tables }) => tables.flatMap(({ columns, rows }) => columns.flatMap((head, at) => toColumn(section, head, rows.map((row) => row[at] ?? '')))))
  function toColumn(section: Section, head: string, cells: readonly string[]): readonly Column[] {
    const words = readWords(head)
    const side = words.map(sideOf).find((each) => each !== undefined)
    // “AWS”, without a verb, is a column of a table with another first one.
    if (side === undefined || words.length < 2) return []
    const listed = cells.filter((cell) => cell !== '').map((cell) => `• ${cell}`)
    return [{ section, side, head: new Set(words.map(stem)), heading: new Set(readWords(section.path.join(' ')).map(stem)), text: [`${head}:`, ...listed].join('\n') }]
  }
  return (words, side) => {
    const roots = [...new Set(words.filter((word) => sideOf(word) === undefined && !isNeutral(word)).map(stem))]
    if (roots.length === 0) return undefined
    const scored = columns.filter((column) => column.side === side && roots.some((root) => column.head.has(root))).map((column) => ({ column, held: held(column, roots) }))
    const [best] = scored.toSorted((one, other) => other.held - one.held)
    return best === undefined || best.held < enough ? undefined : best.column
  }
}

const held = ({ head, heading }: Column, roots: readonly string[]): number =>
  roots.reduce((sum, root) => sum + (head.has(root) ? points.column : heading.has(root) ? points.heading : 0), 0) / roots.length
