// The documents that imports wrote, with what questions and cards say from here on in the place of what they said.
import type { Citation, Course } from '../../course.ts'
import type { CardRow } from './sort-cards.ts'
import type { Row } from './sort-questions.ts'
import { withSection } from './section-lines.ts'
import { cardLine, lineOf } from './source-document.ts'

interface Rows {
  readonly rows: readonly Row[]
  readonly cards: readonly CardRow[]
}

interface Change {
  readonly source: Citation
  readonly old: string
  /** Undefined where it cites the section no more. */
  readonly fresh: string | undefined
}

/** By path, the documents that change. A section that has nothing left, and that nothing cites any more, goes too. */
export function withReplaced(course: Course, texts: ReadonlyMap<string, string>, { rows, cards }: Rows): ReadonlyMap<string, string> {
  const changes = [
    ...rows.flatMap(({ before, text, sources }): readonly Change[] => (before?.sources ?? []).map((source) => ({ source, old: lineOf(before?.explanation ?? ''), fresh: sources.includes(source.key) ? lineOf(text.explanation) : undefined }))),
    ...cards.flatMap(({ before, ...card }): readonly Change[] => (before?.sources ?? []).map((source) => ({ source, old: cardLine(before ?? card), fresh: cardLine(card) }))),
  ]
  if (changes.length === 0) return new Map()
  const [gone, goneCards] = [new Set(rows.map(({ before }) => before)), new Set(cards.map(({ before }) => before))]
  const [questions, flashcards] = [course.questions.filter((each) => !gone.has(each)), course.flashcards.filter((each) => !goneCards.has(each))]
  const said = new Set([...questions.flatMap(({ explanation, sources }) => sources.map(({ key }) => `${key}\n${lineOf(explanation)}`)), ...flashcards.flatMap((card) => card.sources.map(({ key }) => `${key}\n${cardLine(card)}`))])
  const cited = new Set([...citedIn({ ...course, questions, flashcards, documents: [], byId: {} }), ...rows.flatMap(({ sources }) => sources)])
  const changed = new Map<string, string>()
  for (const { source, old, fresh } of changes) {
    const path = `documents/${source.document}.md`
    const text = changed.get(path) ?? texts.get(path)
    const lines = [...(said.has(`${source.key}\n${old}`) ? [old] : []), ...(fresh === undefined ? [] : [fresh])]
    const next = text === undefined ? undefined : withLines(text, source.section, { old, lines, isCited: cited.has(source.key) })
    if (next !== undefined) changed.set(path, next)
  }
  return changed
}

interface Replacing {
  readonly old: string
  readonly lines: readonly string[]
  readonly isCited: boolean
}

/** Undefined if the section doesn't have the line: an import didn't write it. */
const withLines = (text: string, heading: string, { old, lines, isCited }: Replacing): string | undefined =>
  withSection(text, heading, (section) => {
    const at = section.indexOf(old)
    if (at === -1) return undefined
    const rest = section.toSpliced(at, 1, ...lines.filter((line) => line === old || !section.includes(line)))
    const [title = '', ...body] = rest
    const isEmpty = !title.startsWith('# ') && body.every((each) => each.trim() === '' || each.startsWith('Source: '))
    return isEmpty && !isCited ? [] : rest
  })

/** The keys of all sections that anything in it cites. */
function citedIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(citedIn)
  if (typeof value !== 'object' || value === null) return []
  const own = 'key' in value && 'document' in value && 'section' in value && typeof value.key === 'string' ? [value.key] : []
  return [...own, ...Object.values(value).flatMap(citedIn)]
}
