// The table that a question asks for: “table of who patches what per service”, “EC2 RDS WorkMail table”.
import type { Course } from '../../course/course.ts'
import { isNeutral } from '../../course/lookup/neutral-words.ts'
import { readWords, stem } from '../../course/lookup/words.ts'
import { comparisons, type NamedComparison } from './compare.ts'

/** How much a word counts that stands in a name, in a column's head, in the first cell of a row, in another cell. */
const points = { name: 1, column: 0.9, first: 0.8, cell: 0.4 }
/** How much of the question a table has to hold, and how far the next one has to be behind. */
const enough = { held: 0.7, ahead: 0.05 }

const asksForTable = /^(?:(?:show|give|see|open|find|where|is|a|the|me|us|there)\b[\w ]*?)?\b(?:tables?|matrix|grid) (?:of|for|on|with|who|about|by|per|showing|that)\b|\b(?:tables?|matrix|grid)[ ?.!]*$/iu
/** Tables that are things of their own. */
const otherTables = /\b(?:rout(?:e|ing)|database|db|sql|my|our|data|in the|periodic|time) tables?\b/iu
const tableWords: ReadonlySet<string> = new Set(['table', 'tables', 'grid', 'show', 'give'])

/** Of no meaning elsewhere, but tables are called by them. */
const titleWords: ReadonlySet<string> = new Set(['service', 'services', 'comparison', 'responsibility', 'topic', 'topics', 'area', 'areas'])

export function tableAsked(course: Course, asked: string): NamedComparison | undefined {
  if (!asksForTable.test(asked) || otherTables.test(asked)) return undefined
  const roots = [...new Set(readWords(asked).filter((word) => !tableWords.has(word) && (titleWords.has(word) || !isNeutral(word))).map(stem))]
  if (roots.every((root) => root === stem('comparison'))) return undefined
  const scored = comparisons(course).map((table) => ({ table, held: heldBy(course, table, roots) })).toSorted((one, other) => other.held - one.held)
  const [best, next] = scored
  return best !== undefined && best.held >= enough.held && best.held - (next?.held ?? 0) >= enough.ahead ? best.table : undefined
}

function heldBy(course: Course, { names, tables, sources }: NamedComparison, roots: readonly string[]): number {
  const stemsOf = (texts: readonly string[]) => new Set(texts.flatMap(readWords).map(stem))
  const places = [
    [stemsOf(names), points.name],
    [stemsOf(sources.flatMap(({ key }) => course.byId.sections.get(key)?.path ?? [])), points.column],
    [stemsOf(tables.flatMap(({ columns }) => columns)), points.column],
    [stemsOf(tables.flatMap(({ rows }) => rows.map(([first]) => first ?? ''))), points.first],
    [stemsOf(tables.flatMap(({ rows }) => rows.flat())), points.cell],
  ] as const
  const held = roots.map((root) => places.find(([stems]) => stems.has(root))?.[1] ?? 0)
  return held.reduce((sum, one) => sum + one, 0) / roots.length
}
