// The files of a course with more in them. Comments, and the order of what was there, stay.
import { parse, stringify } from 'yaml'
import { optionLetters, teamKey } from '../../../core/team-question.ts'
import type { Course } from '../../course.ts'
import type { Row } from './sort-questions.ts'
import type { SourceDocument } from './source-document.ts'
import type { Topic } from './topics.ts'
import { withItems } from './yaml-splice.ts'

/** In the shape of a question, with what is missing left empty, and the source in the writer's own words. */
export function draftRow({ id, topicTitle, text, extra }: Row, missing: readonly string[]): object {
  const lettered = text.options.map((option, at) => ({ ...option, letter: optionLetters[at] ?? '' }))
  return {
    missing: [...missing],
    id,
    ...(topicTitle === '' ? {} : { topic: topicTitle }),
    stem: text.stem,
    options: Object.fromEntries(lettered.map((option) => [option.letter, option.text])),
    key: [...teamKey(text)],
    explanation: text.explanation,
    whyNot: Object.fromEntries(lettered.flatMap(({ letter, right, why }) => (right ? [] : [[letter, why]]))),
    keyPoint: text.keyPoint,
    source: text.source,
    ...extra,
  }
}

const width = { lineWidth: 120 }

/** @param file the name of the one that they come from; empty if nobody knows */
export function draftsText(file: string, rows: readonly object[]): string {
  const head = '# Questions that can’t be asked yet: each says what it lacks. Fill it in, then run the import again with this file.\n'
  return head + stringify({ ...(file === '' ? {} : { file }), drafts: rows }, width)
}

/** The file with these rows added to its list, or put in the place of those with the same id. */
export function withRows(text: string | undefined, list: 'questions' | 'cards', rows: readonly object[], head: object): string {
  return text === undefined ? stringify({ ...head, [list]: rows }, width) : withItems(text, list, rows as readonly Record<string, unknown>[])
}

/** course.yaml with the new topics and the document; what was there stays as it was. */
export function withEntries(text: string, course: Course, title: string, used: readonly Topic[], rows: readonly Row[], source: SourceDocument): string {
  // The one topic of a course that was just begun stays only if something is about it.
  const isBegun = course.questions.length > 0 || course.flashcards.length > 0
  const needsDocument = source.text !== undefined && !course.documents.some(({ id }) => id === source.id)
  const weights = course.topics.reduce((sum, { weight }) => sum + weight, 0)
  const perQuestion = course.questions.length === 0 || weights === 0 ? 1 : weights / course.questions.length
  const fresh = used.filter(({ isNew }) => isNew || !isBegun).map(({ id, title: named }) => {
    const questions = rows.filter(({ topic }) => topic === id).length
    return { id, title: named, weight: Math.max(0.5, Math.round(2 * perQuestion * questions) / 2) }
  })
  const cited = needsDocument ? withItems(text, 'documents', [{ id: source.id, title, file: source.path }]) : text
  if (fresh.length === 0) return cited
  if (isBegun) return withItems(cited, 'topics', fresh)
  return stringify({ ...(parse(cited) as object), topics: fresh }, width)
}
