// What a course's folder becomes when questions and cards from a file are taken into it. Nothing is read or written here: texts go in, and
// the texts that change come out.
import type { Course } from '../../course.ts'
import { questionRow } from '../../own-questions.ts'
import type { Card } from '../cards.ts'
import { readDrafts } from '../drafts.ts'
import type { Item } from '../items.ts'
import { sortCards, sortQuestions, startOf, type Counts, type Problem, type Row } from './new-items.ts'
import { documentFor } from './source-document.ts'
import { topicsFor } from './topics.ts'
import { draftRow, draftsText, withEntries, withRows } from './yaml-texts.ts'

export interface Imported {
  /** Of the file: names the document and the topic of what has no topic of its own. */
  readonly title: string
  /** From the title: lower-case words with hyphens. */
  readonly slug: string
  readonly items: readonly Item[]
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
  /** Questions that can't be asked yet, and what each lacks. */
  readonly drafts: readonly { readonly id: string; readonly start: string; readonly missing: readonly string[] }[]
  /** What could not be taken at all. */
  readonly problems: readonly Problem[]
}

type Texts = ReadonlyMap<string, string>

/**
 * What became whole of the drafts that an earlier import left is taken too.
 *
 * @param texts the files of the folder by path: at least course.yaml, and what an earlier import wrote
 */
export function takeInto(course: Course, texts: Texts, { items, ...rest }: Imported): Taken {
  const draftsFile = `drafts/${rest.slug}.yaml`
  const imported: Imported = { ...rest, items: [...readDrafts(texts.get(draftsFile) ?? ''), ...items] }
  const problems = [...imported.items, ...imported.cards].flatMap((each) => ('problem' in each ? [each] : []))
  const topics = topicsFor(course, imported)
  const sorted = sortQuestions(course, imported, topics)
  const cards = sortCards(course, imported, topics)
  const usable = sorted.rows.filter(({ missing }) => missing.length === 0)
  const drafts = sorted.rows.filter(({ missing }) => missing.length > 0)
  const files = new Map<string, string>()
  const document = documentFor(course, texts, imported, usable.map(({ row }) => row), cards.rows)
  const pathOf = ({ id, topic }: Row): string => fileWith(id, texts) ?? `questions/${imported.slug === topic ? topic : `${imported.slug}-${topic}`}.yaml`
  for (const [path, rows] of Map.groupBy(usable, ({ row }) => pathOf(row))) {
    const taken = rows.map(({ row }) => questionRow(row, course, document.cite(row.text.source)))
    files.set(path, withRows(texts.get(path), 'questions', taken, { topic: rows[0]?.row.topic }))
  }
  if (cards.rows.length > 0) {
    const taken = cards.rows.map(({ id, topic, front, back }) => ({ id, topic, front, back, sources: [document.cards] }))
    files.set('flashcards.yaml', withRows(texts.get('flashcards.yaml'), 'cards', taken, {}))
  }
  if (drafts.length > 0 || texts.has(draftsFile)) files.set(draftsFile, draftsText(drafts.map(({ row, missing }) => draftRow(row, missing))))
  if (document.text !== undefined) files.set(document.path, document.text)
  const usedTopics = new Set([...usable.map(({ row }) => row.topic), ...cards.rows.map(({ topic }) => topic)])
  files.set('course.yaml', withEntries(texts.get('course.yaml') ?? '', course, imported.title, [...topics.values()].filter(({ id }) => usedTopics.has(id)), usable.map(({ row }) => row), document))
  for (const [path, text] of files) if (texts.get(path) === text) files.delete(path)
  return {
    files,
    questions: sorted.counts,
    cards: cards.counts,
    drafts: drafts.map(({ row: { id, text }, missing }) => ({ id, start: startOf(text.stem), missing })),
    problems: [...problems, ...sorted.problems, ...cards.problems],
  }
}

/** The file of questions that has this one. */
function fileWith(id: string, texts: Texts): string | undefined {
  const line = new RegExp(String.raw`^\s*(?:-\s+)?id:\s*['"]?${id}['"]?\s*$`, 'mu')
  return texts.entries().find(([path, text]) => path.startsWith('questions/') && line.test(text))?.[0]
}
