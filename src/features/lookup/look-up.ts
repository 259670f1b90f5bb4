// A look-up: the answer of the course as a screen.
import type { Answer, RowAnswer } from '../../course/lookup/answer.ts'
import type { Course } from '../../course/course.ts'
import { withTitles } from '../../course/document-titles.ts'
import { lookupExamples } from '../../course/examples.ts'
import { lookupScreen, type LookupView, type ResponsibilityView } from './lookup-screen.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Services } from '../services.ts'

export function lookUp({ course, lookup }: Pick<Services, 'course' | 'lookup'>, words: string): Screen {
  const asked = words.trim().slice(0, 200)
  return lookupScreen({ words: asked, ...lookupView(course, lookup.ask(asked)) })
}

type ViewOf<View> = View extends LookupView ? Omit<View, 'words'> : never

function lookupView(course: Course, answer: Answer): ViewOf<LookupView> {
  switch (answer.kind) {
    case 'row':
      return { kind: 'responsibilities', rows: answer.rows.map((row) => responsibilityView(course, row)) }
    case 'term':
      return { kind: 'term', term: answer.title, definition: withTitles(course, answer.text), note: noteOf(course, answer.note), sources: answer.sources }
    case 'section':
      return { kind: 'passage', heading: answer.title, text: withTitles(course, answer.text), sources: answer.sources }
    case 'none':
      return { kind: 'nothing', nearest: answer.nearest, example: lookupExamples(course)[0] ?? null }
  }
}

const noteOf = (course: Course, note: string | undefined): string | null => (note === undefined ? null : withTitles(course, note))

function responsibilityView(course: Course, row: RowAnswer): ResponsibilityView {
  const { provider, customer } = course.parties
  const half = (party: string, text: string | undefined) => (text === undefined ? [] : [{ party, text: withTitles(course, text) }])
  return {
    title: row.title,
    owner: row.ownerName,
    halves: [...half(provider.name, row.provider), ...half(customer.name, row.customer)],
    note: noteOf(course, row.note),
    sources: row.sources,
  }
}
