// From rows, a term, a tip or a section that was found to the answer.
import type { Course, Fact, Responsibility, Section, Term, Tip } from '../course.ts'
import { toRowAnswer, type Answer, type Lacking, type RowAnswer } from './answer.ts'
import type { Side } from './sides.ts'
import type { Found } from './text-search.ts'

/** @param side whose half is asked for */
export function rowsAnswer(course: Course, query: string, rows: readonly Responsibility[], side?: Side): Answer {
  return { kind: 'row', query, rows: withParties(course, rows), side }
}

const withParties = (course: Course, rows: readonly Responsibility[]): readonly RowAnswer[] =>
  rows.flatMap((row) => {
    const party = course.byId.parties.get(row.owner)
    return party === undefined ? [] : [toRowAnswer(row, party)]
  })

/** @param whole the section was asked for and holds it, not only what comes closest */
export function foundAnswer(course: Course, query: string, found: Found, { whole = false } = {}): Answer {
  if ('term' in found) return termAnswer(course, query, found.term, [])
  return 'tip' in found ? tipAnswer(query, found.tip) : sectionAnswer(course, query, found.section, found.snippet, whole)
}

/** @param rows who is responsible for it */
export function termAnswer(course: Course, query: string, { id, term, definition, note, sources }: Term, rows: readonly Responsibility[]): Answer {
  return { kind: 'term', query, of: { kind: 'term', id }, title: term, text: definition, note, sources, split: withParties(course, rows) }
}

/** Several, one after the other. */
export function termsAnswer(query: string, terms: readonly Term[]): Answer {
  const text = terms.map(({ term, definition }) => `${term}: ${definition}`).join('\n')
  return { kind: 'term', query, of: { kind: 'term', id: terms[0]?.id ?? '' }, title: terms.map(({ term }) => term).join(' · '), text, note: undefined, sources: terms.flatMap(({ sources }) => sources), split: [] }
}

/** Of what the documents only name. */
export function namedAnswer(course: Course, query: string, term: Term): Answer {
  const note = ['The documents name it, and don’t say who is responsible for what.', term.note].filter((part) => part !== undefined).join(' ')
  return termAnswer(course, query, { ...term, note }, [])
}

export function factAnswerOf(course: Course, query: string, { id, source, fact }: Fact): Answer {
  const section = course.byId.sections.get(source.key)
  return { kind: 'section', query, title: section?.heading ?? source.section, text: fact, note: undefined, sources: [source], fact: id }
}

export function noneAnswer(course: Course, query: string, lacks: Lacking, rows: readonly Responsibility[]): Answer {
  return { kind: 'none', query, nearest: [], lacks, offered: withParties(course, rows) }
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
  return { kind: 'term', query, of: { kind: 'tip', tip: kind }, title: tipTitles[kind], text: definition, note: undefined, sources, split: [] }
}

function sectionAnswer(course: Course, query: string, { document, heading, key }: Section, text: string, whole: boolean): Answer {
  const title = course.byId.documents.get(document)?.short ?? document
  const note = whole ? undefined : 'This passage comes closest.'
  return { kind: 'section', query, title: heading, text, note, sources: [{ document, title, section: heading, key }] }
}
