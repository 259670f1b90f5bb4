// What a course's folder becomes when questions and cards from a file are taken into it. Nothing is read or written here: texts go in, and
// the texts that change come out.
import type { Course, Question } from '../../course.ts'
import { questionRow } from '../../own-questions.ts'
import type { Card } from '../cards.ts'
import type { Item } from '../items.ts'
import { startOf, type Counts, type Problem } from './counts.ts'
import { withReplaced } from './replaced-lines.ts'
import { sortCards } from './sort-cards.ts'
import { sortQuestions, type Row } from './sort-questions.ts'
import { documentFor } from './source-document.ts'
import { topicsFor } from './topics.ts'
import { draftRow, draftsText, withEntries, withRows } from './yaml-texts.ts'

export interface Imported {
  /** Of the file's document, and of the topic of what has no topic of its own. */
  readonly title: string
  /** Names the topic of what has no topic of its own: lower-case words with hyphens. */
  readonly topic: string
  /** From the file's name, in the same way. */
  readonly slug: string
  /** Where its drafts are, and the name of the file that they come from. */
  readonly drafted: { readonly path: string; readonly file: string }
  readonly items: readonly Item[]
  /** What an earlier import left, as somebody filled it in. */
  readonly drafts: readonly Item[]
  readonly cards: readonly Card[]
  /** Where people can read what a question without a source of its own asks. */
  readonly source: string
  /** Whether a question or card that is there under the same name gets the file's words. */
  readonly replace: boolean
}

export interface Taken {
  /** By path, the texts that change. */
  readonly files: ReadonlyMap<string, string>
  readonly questions: Counts
  readonly cards: Counts
  /** Those of the file's questions that can't be asked yet, and what each lacks. */
  readonly drafts: readonly { readonly id: string; readonly start: string; readonly missing: readonly string[] }[]
  /** What was left out. */
  readonly problems: readonly Problem[]
  /** Sentences about what was taken otherwise than the file says. */
  readonly notes: readonly string[]
}

/** The folder: its files by path, at least course.yaml and what an earlier import wrote; and which of them a question stands in. */
export interface Folder {
  readonly texts: ReadonlyMap<string, string>
  readonly fileOf: (question: Question) => string
}

/** What became whole of the drafts that an earlier import left is taken too. */
export function takeInto(course: Course, { texts, fileOf }: Folder, imported: Imported): Taken {
  const all = [...imported.drafts, ...imported.items]
  const topics = topicsFor(course, { ...imported, slug: imported.topic, items: all })
  const sorted = sortQuestions(course, imported, topics)
  const cards = sortCards(course, imported, topics)
  const usable = sorted.rows.filter(({ missing }) => missing.length === 0).map(({ row }) => row)
  const drafts = sorted.rows.filter(({ missing }) => missing.length > 0)
  const files = new Map(withReplaced(course, texts, { rows: usable, cards: cards.rows }))
  const document = documentFor(course, new Map([...texts, ...files]), imported, usable, cards.rows.filter(({ before }) => before === undefined))
  if (document.text !== undefined) files.set(document.path, document.text)
  const pathOf = ({ before, topic }: Row): string => (before === undefined ? `questions/${imported.slug === topic ? topic : `${imported.slug}-${topic}`}.yaml` : fileOf(before))
  for (const [path, rows] of Map.groupBy(usable, pathOf)) {
    const taken = rows.map((row) => questionRow(row, course, row.sources.map(document.cite)))
    files.set(path, withRows(texts.get(path), 'questions', taken, { topic: rows[0]?.topic }))
  }
  if (cards.rows.length > 0) {
    const taken = cards.rows.map(({ id, topic, front, back, before }) => ({ id, topic, front, back, sources: before?.sources.map(({ key }) => key) ?? [document.cards] }))
    files.set('flashcards.yaml', withRows(texts.get('flashcards.yaml'), 'cards', taken, {}))
  }
  const { path, file } = imported.drafted
  if (drafts.length > 0 || texts.has(path)) files.set(path, draftsText(file, drafts.map(({ row, missing }) => draftRow(row, missing))))
  const usedTopics = new Set([...usable, ...cards.rows].map(({ topic }) => topic))
  files.set('course.yaml', withEntries(texts.get('course.yaml') ?? '', course, imported.title, [...new Set(topics.values())].filter(({ id }) => usedTopics.has(id)), usable, document))
  for (const [changed, text] of files) if (texts.get(changed) === text) files.delete(changed)
  return {
    files,
    questions: sorted.counts,
    cards: cards.counts,
    drafts: drafts.filter(({ isOfFile }) => isOfFile).map(({ row: { id, text }, missing }) => ({ id, start: startOf(text.stem), missing })),
    problems: [...[...all, ...imported.cards].flatMap((each) => ('problem' in each ? [each] : [])), ...sorted.problems, ...cards.problems],
    notes: [...sorted.notes, ...cards.notes],
  }
}
