// A course under its number: whatever of it goes into the ledger is called so that no other course has the same.
import { firstCourse, idIn, type CourseNumber } from '../core/course-number.ts'
import type { Course, Phrasing, Table } from './course.ts'
import { indexOf } from './course-index.ts'
import { lazy } from './lazy.ts'

/** Documents, terms, topics and the like keep their ids: nothing but the course's own screens names them. */
export function apart(course: Course, number: CourseNumber): Course {
  if (number === firstCourse) return course
  const named = <Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] => items.map((item) => ({ ...item, id: idIn(number, item.id) }))
  const withCells = (table: Table): Table => ({ ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell === null ? null : idIn(number, cell))) })) })
  const withRows = (answer: Phrasing['answer']): Phrasing['answer'] => (answer !== 'none' && 'rows' in answer ? { rows: answer.rows.map((id) => idIn(number, id)) } : answer)
  const fields = Object.fromEntries((Object.keys(course) as (keyof Course)[]).map((name) => [name, () => course[name]])) as { [Name in keyof Course]: () => Course[Name] }
  const whole: Course = lazy<Course>({
    ...fields,
    questions: () => named(course.questions),
    flashcards: () => named(course.flashcards),
    responsibilities: () => named(course.responsibilities),
    tables: () => course.tables.map(withCells),
    cases: () => named(course.cases),
    checklist: () => named(course.checklist),
    controls: () => named(course.controls),
    phrasings: () => course.phrasings.map((phrasing) => ({ ...phrasing, answer: withRows(phrasing.answer) })),
    phrasingIndex: () => ({ ...course.phrasingIndex, answers: course.phrasingIndex.answers.map(withRows) }),
    byId: () => indexOf(whole),
  })
  return whole
}
