// The comparison tables of a course: those of its documents, whole, and those that its author made of rows of the matrix.
import { fitting, matching } from '../../commands/matching.ts'
import { nth } from '../../commands/nth.ts'
import type { Course, Table } from '../../course/course.ts'
import { documentTables, type DocumentTables } from '../../course/document-tables.ts'
import { withTitles } from '../../course/document-titles.ts'
import { neutralWords } from '../../course/lookup/neutral-words.ts'
import { readWords, stem } from '../../course/lookup/words.ts'
import { sectionMark } from '../../screens/passage.ts'
import { picksShown } from '../../screens/pick-list.ts'
import type { Screen } from '../../screens/screen.ts'
import { compareScreen, noTables, tablesScreen, type Comparison } from './compare-screen.ts'

/** A comparison by all that it is called: its title first. */
export type NamedComparison = Comparison & { readonly names: readonly string[] }

const made = new WeakMap<Course, readonly NamedComparison[]>()

export function comparisons(course: Course): readonly NamedComparison[] {
  const known = made.get(course) ?? allComparisons(course)
  made.set(course, known)
  return known
}

function allComparisons(course: Course): readonly NamedComparison[] {
  const ofDocuments = documentTables(course)
  const keys = new Set(ofDocuments.map(({ section }) => section.key))
  const others = course.tables.filter(({ sources }) => !sources.some(({ key }) => keys.has(key)))
  return [...ofDocuments.map((found) => fromDocument(course, found)), ...others.map((table) => fromRows(course, table))]
}

/** @param asked words of a title or of what stands in the table; without them, or where none fits, all tables are offered */
export function compare(course: Course, asked: string | undefined): Screen {
  const all = comparisons(course)
  if (all.length === 0) return noTables()
  if (asked === undefined) return tablesScreen(all, 0)
  const found = tablesFor(all, asked)
  const [only, ...others] = found
  if (only === undefined) return tablesScreen(all, 0, { words: asked, fits: false })
  return others.length === 0 ? compareScreen(only, 0) : tablesScreen(found.slice(0, picksShown), 0, { words: asked, fits: true })
}

/** @param id from a button, which may be older than the course */
export function tableScreen(course: Course, id: string, page: number): Screen {
  const found = comparisons(course).find((each) => each.id === id)
  return found === undefined ? compare(course, undefined) : compareScreen(found, page)
}

export const tableList = (course: Course, page: number): Screen => (comparisons(course).length === 0 ? noTables() : tablesScreen(comparisons(course), page))

/** Titles that match what is typed. */
export const tablesNamed = (course: Course, typed: string): readonly string[] => [...new Set(matching(comparisons(course).map(({ title }) => title), typed))]

/** By name; if none has that name, the one that holds every word that says what is asked. */
function tablesFor(all: readonly NamedComparison[], asked: string): readonly NamedComparison[] {
  const numbered = nth(all, asked)
  if (numbered !== undefined) return [numbered]
  const byName = fitting(all, ({ id, names }) => [id, ...names], asked)
  if (byName.length > 0) return byName
  const typed = readWords(asked).filter((word) => !neutralWords.has(word))
  const holds = (table: NamedComparison) => {
    const words = wordsOf(table)
    return typed.every((word) => words.some((other) => other.startsWith(word) || stem(other) === stem(word)))
  }
  return typed.length === 0 ? [] : all.filter(holds).slice(0, 1)
}

/** Of its names, its columns, and the first cell of each row. */
const wordsOf = ({ names, tables }: NamedComparison) => readWords([...names, ...tables.flatMap(({ columns, rows }) => [...columns, ...rows.map(([first]) => first ?? '')])].join(' '))

function fromDocument(course: Course, { section, document, title, tables }: DocumentTables): NamedComparison {
  const source = { document: document.id, title: document.title, section: section.heading, key: section.key }
  const made = course.tables.filter(({ sources }) => sources.some(({ key }) => key === section.key))
  const names = [title, section.heading, ...made.flatMap((table) => [table.title, table.id])]
  return { id: sectionMark(section.key), title, names, tables, notes: made.flatMap((table) => notesOf(course, table)), sources: [source] }
}

function fromRows(course: Course, table: Table): NamedComparison {
  const cell = (id: string | null): string => {
    const row = id === null ? undefined : course.byId.responsibilities.get(id)
    if (row === undefined) return 'none'
    return table.cells === 'row' ? row.title : (course.byId.parties.get(row.owner)?.name ?? row.owner)
  }
  const rows = table.rows.map(({ title, cells }) => [title, ...cells.map(cell)])
  const { id, title, columns, sources } = table
  return { id, title, names: [title, id], tables: [{ columns: ['', ...columns], rows }], notes: notesOf(course, table), sources }
}

/** What the documents leave open about the duties in the table; the same note stands once. */
function notesOf(course: Course, table: Table): Comparison['notes'] {
  const named = [...new Set(table.rows.flatMap(({ cells }) => cells))].flatMap((id) => (id === null ? [] : (course.byId.responsibilities.get(id) ?? [])))
  const notes = named.flatMap(({ title, note }) => (note === undefined ? [] : [{ about: title, note: withTitles(course, note) }]))
  return notes.filter(({ note }, index) => notes.findIndex((other) => other.note === note) === index)
}
