// Everything in a course found by its id.
import type { Course } from './course.ts'

export type CourseContent = Omit<Course, 'byId'>

export function withIndex(content: CourseContent): Course {
  const { parties, documents, topics, questions, concepts, responsibilities, tables, glossary, facts } = content
  const { flashcards, cases, tips, checklist } = content
  const byId: Course['byId'] = {
    parties: mapById(Object.values(parties)),
    documents: mapById(documents),
    sections: new Map(documents.flatMap(({ sections }) => sections).map((section) => [section.key, section])),
    topics: mapById(topics),
    questions: mapById(questions),
    concepts: mapById(concepts),
    responsibilities: mapById(responsibilities),
    tables: mapById(tables),
    glossary: mapById(glossary),
    facts: mapById(facts),
    flashcards: mapById(flashcards),
    cases: mapById(cases),
    tips: mapById(tips),
    checklist: mapById(checklist),
  }
  return { ...content, byId }
}

function mapById<Item extends { readonly id: string }>(list: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(list.map((item) => [item.id, item]))
}
