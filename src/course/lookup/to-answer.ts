// From rows, a term, a tip or a section that was found to the answer.
import type { Course, Responsibility, Section, Term, Tip } from '../course.ts'
import { toRowAnswer, type Answer } from './answer.ts'
import type { Found } from './text-search.ts'

export function rowsAnswer(course: Course, query: string, rows: readonly Responsibility[]): Answer {
  const withParty = rows.flatMap((row) => {
    const party = course.byId.parties.get(row.owner)
    return party === undefined ? [] : [toRowAnswer(row, party)]
  })
  return { kind: 'row', query, rows: withParty }
}

export function foundAnswer(course: Course, query: string, found: Found): Answer {
  if ('term' in found) return termAnswer(query, found.term)
  return 'tip' in found ? tipAnswer(query, found.tip) : sectionAnswer(course, query, found.section, found.snippet)
}

function termAnswer(query: string, { id, term, definition, note, sources }: Term): Answer {
  return { kind: 'term', query, of: { kind: 'term', id }, title: term, text: definition, note, sources }
}

const tipTitles: Readonly<Record<Tip['kind'], string>> = {
  tip: 'Exam tip',
  trap: 'Exam trap',
  myth: 'A myth',
  analogy: 'A picture to remember',
  'memory-aid': 'To remember',
}

function tipAnswer(query: string, { kind, text, reality, sources }: Tip): Answer {
  const definition = kind === 'myth' ? `“${text}” In fact: ${reality ?? ''}` : [text, reality].filter(Boolean).join(' ')
  return { kind: 'term', query, of: { kind: 'tip', tip: kind }, title: tipTitles[kind], text: definition, note: undefined, sources }
}

function sectionAnswer(course: Course, query: string, { document, heading, key }: Section, text: string): Answer {
  const title = course.byId.documents.get(document)?.short ?? document
  const note = "This passage comes closest. It doesn't say who is responsible."
  return { kind: 'section', query, title: heading, text, note, sources: [{ document, title, section: heading, key }] }
}
