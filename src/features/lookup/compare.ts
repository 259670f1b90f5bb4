// The comparison tables of the course.
import { matching } from '../../commands/matching.ts'
import { nth } from '../../commands/nth.ts'
import type { Course, Table } from '../../course/course.ts'
import { withTitles } from '../../course/document-titles.ts'
import { neutralWords } from '../../course/lookup/neutral-words.ts'
import { readWords, stem } from '../../course/lookup/words.ts'
import { compareScreen, noTables, tablesScreen, type Comparison } from './compare-screen.ts'
import type { Screen } from '../../screens/screen.ts'

/** @param asked an id or words of a title; without them, or where none fits, all tables are offered */
export function compare(course: Course, asked: string | undefined): Screen {
  const choices = course.tables.map(({ id, title }) => ({ id, title }))
  if (choices.length === 0) return noTables()
  const table = asked === undefined ? undefined : best(course.tables, asked)
  return table === undefined ? tablesScreen(choices, asked) : compareScreen(filled(course, table), choices.filter(({ id }) => id !== table.id))
}

/** Titles that begin with what is typed, then those that hold it. */
export function tablesNamed({ tables }: Course, typed: string): readonly string[] {
  return matching(tables.map(({ title }) => title), typed.trim())
}

/** The table whose id, title or number in the list it is, or one that holds every word that says what is asked: first those that are about it by name. */
function best(tables: readonly Table[], asked: string): Table | undefined {
  const exact = tables.find(({ id, title }) => id === asked.trim() || title.toLowerCase() === asked.trim().toLowerCase())
  const numbered = exact ?? nth(tables, asked)
  if (numbered !== undefined) return numbered
  const typed = readWords(asked).filter((word) => !neutralWords.has(word))
  const holding = (words: readonly string[]) => typed.filter((word) => words.some((other) => other.startsWith(word) || stem(other) === stem(word))).length
  const fitting = tables.filter((table) => typed.length > 0 && holding(allWords(table)) === typed.length)
  return fitting.toSorted((one, other) => holding(titleWords(other)) - holding(titleWords(one)))[0]
}

const titleWords = ({ id, title }: Table) => readWords(`${id} ${title}`)
const allWords = (table: Table) => [...titleWords(table), ...readWords(`${table.columns.join(' ')} ${table.rows.map(({ title }) => title).join(' ')}`)]

/** What the documents leave open about the duties in the table; the same note stands once. */
function notesOf(course: Course, table: Table): Comparison['notes'] {
  const named = [...new Set(table.rows.flatMap(({ cells }) => cells))].flatMap((id) => (id === null ? [] : (course.byId.responsibilities.get(id) ?? [])))
  const notes = named.flatMap(({ title, note }) => (note === undefined ? [] : [{ about: title, note: withTitles(course, note) }]))
  return notes.filter(({ note }, index) => notes.findIndex((other) => other.note === note) === index)
}

function filled(course: Course, table: Table): Comparison {
  const cell = (id: string | null): string => {
    const row = id === null ? undefined : course.byId.responsibilities.get(id)
    if (row === undefined) return 'none'
    return table.cells === 'row' ? row.title : (course.byId.parties.get(row.owner)?.name ?? row.owner)
  }
  const rows = table.rows.map(({ title, cells }) => [title, ...cells.map(cell)])
  return { title: table.title, columns: ['', ...table.columns], rows, notes: notesOf(course, table), sources: table.sources }
}
