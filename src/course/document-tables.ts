// The tables of the study documents, by the section that they stand in.
import type { Course, Section, StudyDocument } from './course.ts'
import { withTitles } from './document-titles.ts'
import { headingOf } from './heading-of.ts'
import { tablesIn, type MarkdownTable } from './markdown-table.ts'

export type DocumentTables = {
  readonly section: Section
  readonly document: StudyDocument
  /** What to call them: the heading of the section. */
  readonly title: string
  /** At least one, in the order of the document. */
  readonly tables: readonly MarkdownTable[]
}

type Documents = Pick<Course, 'documents'>

const read = new WeakMap<Documents['documents'], readonly DocumentTables[]>()

/** In the order of the documents. Sections without a table are left out. */
export function documentTables(course: Documents): readonly DocumentTables[] {
  const known = read.get(course.documents) ?? course.documents.flatMap((document) => document.sections.flatMap((section) => tablesOf(course, document, section)))
  read.set(course.documents, known)
  return known
}

function tablesOf(course: Documents, document: StudyDocument, section: Section): readonly DocumentTables[] {
  const tables = tablesIn(withTitles(course, section.text)).filter(({ rows }) => rows.length > 0)
  return tables.length === 0 ? [] : [{ section, document, title: headingOf(document, section), tables }]
}
