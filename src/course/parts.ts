// What a course has for people to work with.
import type { Course } from './course.ts'
import { documentTables } from './document-tables.ts'
import { controlsToDrill, dutiesToDrill } from './drill-tasks.ts'
import { matrixServices } from './matrix-services.ts'

const some = (list: readonly unknown[]): boolean => list.length > 0

const parts = {
  question: ({ questions }) => some(questions),
  case: ({ cases }) => some(cases),
  drill: (course) => some([...dutiesToDrill(course), ...controlsToDrill(course)].flat()),
  'both-drills': (course) => some(dutiesToDrill(course).flat()) && some(controlsToDrill(course).flat()),
  checklist: ({ checklist }) => some(checklist),
  service: (course) => some(matrixServices(course)),
  table: (course) => some(course.tables) || some(documentTables(course)),
  sheet: ({ sheets }) => some(sheets),
  diagram: ({ diagrams }) => some(diagrams),
  tip: ({ tips }) => some(tips),
  term: ({ glossary }) => some(glossary),
  document: ({ documents }) => some(documents),
  'quarterly-review': ({ reviews }) => reviews !== undefined,
} satisfies Readonly<Record<string, (course: Course) => boolean>>

export const hasPart = (course: Course, part: keyof typeof parts): boolean => parts[part](course)
