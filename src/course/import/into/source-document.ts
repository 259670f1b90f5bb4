// The document of what a file's questions give as their sources: a course cites sections, and people in files name books and pages.
import { onOneLine } from '../../../core/code-marks.ts'
import type { Course } from '../../course.ts'
import { headingsOf } from '../../own-questions.ts'
import type { CardRow } from './sort-cards.ts'
import type { Row } from './sort-questions.ts'

export interface SourceDocument {
  readonly id: string
  readonly path: string
  /** Undefined if nothing new has to be cited. */
  readonly text: string | undefined
  readonly cite: (source: string) => string
  /** The citation of the section that holds the cards. */
  readonly cards: string
}

const cardsHeading = 'Flashcards'

/** What a section has of a question, and of a card. */
export const lineOf = (explanation: string): string => `- ${unmarked(onOneLine(explanation))}`
export const cardLine = ({ front, back }: { readonly front: string; readonly back: string }): string => `- ${unmarked(`${front}: ${back}`)}`

/** A comment in a document marks the facts of a section. */
const unmarked = (text: string): string => text.replaceAll('<!--', '<! --')

/** What the questions give as their source, each under a heading, with what they say; a section of the course's documents is cited itself. */
export function documentFor(course: Course, texts: ReadonlyMap<string, string>, { title, slug }: { readonly title: string; readonly slug: string }, rows: readonly Row[], cards: readonly CardRow[]): SourceDocument {
  const there = course.documents.find(({ id }) => id === slug)
  const path = `documents/${slug}.md`
  const named = [...new Set(rows.flatMap(({ sources }) => sources))].filter((source) => !course.byId.sections.has(source))
  const headings = headingsOf(named)
  const old = texts.get(path) ?? `# ${title}\n`
  const has = (heading: string): boolean => there?.sections.some((section) => section.heading === heading) === true
  const sections = [...headings].map(([source, heading]) => {
    const said = rows.filter(({ sources }) => sources.includes(source)).map(({ text: { explanation } }) => lineOf(explanation))
    return { heading, lines: [...(heading === source ? [] : [`Source: ${unmarked(source)}`, '']), ...said] }
  })
  if (cards.length > 0) sections.push({ heading: cardsHeading, lines: cards.map(cardLine) })
  const text = sections.reduce((whole, { heading, lines }) => (has(heading) ? withMore(whole, heading, lines) : `${whole.trimEnd()}\n\n## ${heading}\n\n${lines.join('\n')}\n`), old)
  return {
    id: slug,
    path,
    text: sections.length === 0 ? undefined : text,
    cite: (source) => (headings.has(source) ? `${slug} / ${headings.get(source) ?? ''}` : source),
    cards: `${slug} / ${cardsHeading}`,
  }
}

/** Lines that a section of the document doesn't have yet, at its end. */
function withMore(text: string, heading: string, lines: readonly string[]): string {
  const all = text.split('\n')
  const begins = all.indexOf(`## ${heading}`)
  const next = all.findIndex((line, at) => at > begins && /^#{1,6}\s/u.test(line))
  const end = next === -1 ? all.length : next
  const section = all.slice(begins, end)
  const fresh = lines.filter((line) => line !== '' && !section.includes(line))
  const body = section.join('\n').trimEnd()
  return [...all.slice(0, begins), ...[body, ...fresh].join('\n').split('\n'), '', ...all.slice(end)].join('\n')
}

