// Lookup tables of a course: every item by its id.
import type { Course } from './course.ts'
import { lazy } from './lazy.ts'

export type CourseContent = Omit<Course, 'byId'>

/** Each table is built when it is first read. */
export function indexOf(content: CourseContent): Course['byId'] {
  return lazy({
    parties: () => mapById(Object.values(content.parties)),
    documents: () => mapById(content.documents),
    sections: () => new Map(content.documents.flatMap(({ sections }) => sections).map((section) => [section.key, section])),
    topics: () => mapById(content.topics),
    questions: () => mapById(content.questions),
    concepts: () => mapById(content.concepts),
    responsibilities: () => mapById(content.responsibilities),
    tables: () => mapById(content.tables),
    glossary: () => mapById(content.glossary),
    facts: () => mapById(content.facts),
    flashcards: () => mapById(content.flashcards),
    cases: () => mapById(content.cases),
    tips: () => mapById(content.tips),
    checklist: () => mapById(content.checklist),
    controlCategories: () => mapById(content.controlCategories),
    controls: () => mapById(content.controls),
    sheets: () => mapById(content.sheets),
    diagrams: () => mapById(content.diagrams),
  })
}

function mapById<Item extends { readonly id: string }>(list: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(list.map((item) => [item.id, item]))
}
