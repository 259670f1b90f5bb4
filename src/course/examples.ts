// Names from the loaded course for examples of what to type: the faces of commands don't know the course.
import type { Course } from './course.ts'
import { matrixServices } from './matrix-services.ts'

const most = 2
/** Longer ones are hard to read as something to type. */
const longest = 40

const isShort = (name: string): boolean => name.length <= longest && !name.includes(':')

/** Titles that have an answer; terms in a course without responsibilities. Empty if it has neither. */
export function lookupExamples({ responsibilities, glossary }: Pick<Course, 'responsibilities' | 'glossary'>): readonly string[] {
  const titles = [...responsibilities.map(({ title }) => title), ...glossary.map(({ term }) => term)]
  return titles.filter(isShort).slice(0, most)
}

/** The topic with the largest share of the course, and together with the next one; with flashcards if there are any. */
function topicExamples({ topics, questions, flashcards }: Course): readonly string[] {
  const carded = new Set(flashcards.map(({ topic }) => topic))
  const asked = new Set(questions.map(({ topic }) => topic))
  const known = topics.filter(({ id }) => asked.has(id))
  const both = known.filter(({ id }) => carded.has(id))
  const [one, other] = (both.length > 0 ? both : known).toSorted((a, b) => b.weight - a.weight)
  if (one === undefined) return []
  return other === undefined ? [one.id] : [one.id, `${one.id}, ${other.id}`]
}

/** A heading that stands in the documents once, so that it opens right away. */
export function sectionExample({ documents }: Pick<Course, 'documents'>): string | undefined {
  const sections = documents.flatMap((document) => document.sections)
  const count = Map.groupBy(sections, ({ heading }) => heading.toLowerCase())
  const titles = new Set(documents.map(({ title }) => title.toLowerCase()))
  return sections.find(({ heading, level, text }) => {
    const name = heading.toLowerCase()
    return level > 1 && text !== '' && isShort(heading) && /^\p{L}/u.test(heading) && count.get(name)?.length === 1 && !titles.has(name)
  })?.heading
}

export const termExample = ({ glossary }: Pick<Course, 'glossary'>): string | undefined => glossary.map(({ term }) => term).find(isShort)

/** What an example can name, with the names that the course has. */
const names = {
  duty: lookupExamples,
  topic: topicExamples,
  section: (course) => listOf(sectionExample(course)),
  sheet: ({ sheets }) => listOf(sheets.map(({ title }) => title).find(isShort)),
  term: (course) => listOf(termExample(course)),
  service: (course) => listOf(matrixServices(course)[0]?.name),
  diagram: ({ diagrams }) => listOf(diagrams.map(({ title }) => title).find(isShort)),
  case: ({ cases }) => listOf(cases.map(({ title }) => title).find(isShort)),
  table: ({ tables }) => listOf(tables.map(({ title }) => title).find(isShort)),
} satisfies Readonly<Record<string, (course: Course) => readonly string[]>>

const listOf = (name: string | undefined): readonly string[] => (name === undefined ? [] : [name])

/** Empty if the course has none of these. */
export const namesFor = (course: Course, thing: keyof typeof names): readonly string[] => names[thing](course)
