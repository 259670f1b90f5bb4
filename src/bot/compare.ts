// The comparison tables of the course.
import type { Course, Table } from '../course/course.ts'
import { compareScreen, noTables, tablesScreen } from '../screens/compare.ts'
import type { Screen } from '../screens/screen.ts'

/** @param asked an id or words of a title; without them, or where none fits, all tables are offered */
export function compare(course: Course, asked: string | undefined): Screen {
  const choices = course.tables.map(({ id, title }) => ({ id, title }))
  if (choices.length === 0) return noTables()
  const table = asked === undefined ? undefined : best(course.tables, asked)
  return table === undefined ? tablesScreen(choices, asked) : compareScreen(filled(course, table), choices.filter(({ id }) => id !== table.id))
}

/** The table whose id it is, or whose words hold most of those that were typed. */
function best(tables: readonly Table[], asked: string): Table | undefined {
  const typed = wordsOf(asked)
  const scored = tables.map((table) => {
    const words = wordsOf(`${table.id} ${table.title} ${table.columns.join(' ')} ${table.rows.map(({ title }) => title).join(' ')}`)
    return { table, score: table.id === asked.trim() ? Infinity : typed.filter((word) => words.some((other) => other.startsWith(word))).length }
  })
  const [first] = scored.toSorted((a, b) => b.score - a.score)
  return first !== undefined && first.score > 0 ? first.table : undefined
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []

function filled(course: Course, table: Table) {
  const cell = (id: string | null): string => {
    const row = id === null ? undefined : course.byId.responsibilities.get(id)
    if (row === undefined) return 'none'
    return table.cells === 'row' ? row.title : (course.byId.parties.get(row.owner)?.name ?? row.owner)
  }
  const rows = table.rows.map(({ title, cells }) => [title, ...cells.map(cell)])
  return { title: table.title, columns: ['', ...table.columns], rows, sources: table.sources }
}
