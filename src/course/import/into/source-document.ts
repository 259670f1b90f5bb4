// The document of what a file's questions give as their sources: a course cites sections, and people in files name books and pages.
import type { CardSides } from '../../../core/card.ts'
import { onOneLine } from '../../../core/code-marks.ts'
import type { Course } from '../../course.ts'
import { headingsOf } from '../../own-questions.ts'
import type { CardRow } from './sort-cards.ts'
import { withSection } from './section-lines.ts'
import type { Row } from './sort-questions.ts'
import { sourceLine, unmarked } from './sources.ts'

export interface SourceDocument {
  readonly id: string
  readonly path: string
  /** Undefined if nothing new has to be cited. */
  readonly text: string | undefined
  readonly cite: (source: string) => string
  /** The citation of the section that holds the cards. */
  readonly cards: string
}

interface SectionOf {
  readonly heading: string
  readonly lines: readonly string[]
}

const cardsHeading = 'Flashcards'

/** What a section has of a question, and of a card. */
export const lineOf = (explanation: string): string => `- ${unmarked(onOneLine(explanation))}`
export const cardLine = ({ front, back }: CardSides): string => `- ${unmarked(`${front}: ${back}`)}`

/** What the questions give as their source, each under a heading, with what they say; a section of the course's documents is cited itself. */
export function documentFor(course: Course, texts: ReadonlyMap<string, string>, { title, slug }: { readonly title: string; readonly slug: string }, rows: readonly Row[], cards: readonly CardRow[]): SourceDocument {
  const path = `documents/${slug}.md`
  const named = [...new Set(rows.flatMap(({ sources }) => sources))].filter((source) => !course.byId.sections.has(source))
  const headings = headingsOf(named)
  const old = texts.get(path) ?? `# ${title}\n`
  const sections = [...headings].map(([source, heading]): SectionOf => {
    const said = rows.filter(({ sources }) => sources.includes(source)).map(({ text: { explanation } }) => lineOf(explanation))
    return { heading, lines: [...(heading === source ? [] : [sourceLine(source), '']), ...said] }
  })
  if (cards.length > 0) sections.push({ heading: cardsHeading, lines: cards.map(cardLine) })
  return {
    id: slug,
    path,
    text: sections.length === 0 ? undefined : sections.reduce(withMore, old),
    cite: (source) => (headings.has(source) ? `${slug} / ${headings.get(source) ?? ''}` : source),
    cards: `${slug} / ${cardsHeading}`,
  }
}

/** With those lines in the section that it doesn't have yet, at its end. */
const withMore = (text: string, { heading, lines }: SectionOf): string =>
  withSection(text, heading, (section) => {
    const last = section.findLastIndex((line) => line.trim() !== '')
    return [...section.slice(0, last + 1), ...(last === 0 ? [''] : []), ...lines.filter((line) => line !== '' && !section.includes(line)), '']
  }) ?? `${text.trimEnd()}\n\n## ${heading}\n\n${lines.join('\n')}\n`
