// The files of a course with more in them. Comments, and the order of what was there, stay.
import { isMap, isSeq, parseDocument, stringify, type Document, type YAMLSeq } from 'yaml'
import { optionLetters, teamKey } from '../../../core/team-question.ts'
import type { Course } from '../../course.ts'
import type { Row } from './new-items.ts'
import type { SourceDocument } from './source-document.ts'
import type { Topic } from './topics.ts'

/** In the shape of a question, with what is missing left empty, and the source in the writer's own words. */
export function draftRow({ id, topicTitle, text }: Row, missing: readonly string[]): object {
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
  }
}

const width = { lineWidth: 120 }

export function draftsText(rows: readonly object[]): string {
  const head = '# Questions that can’t be asked yet: each says what it lacks. Fill it in, then run the import again with this file.\n'
  return head + stringify({ drafts: rows }, width)
}

/** The file with these rows added to its list, or put in the place of those with the same id. */
export function withRows(text: string | undefined, list: 'questions' | 'cards', rows: readonly { readonly id?: string }[] | readonly object[], head: object): string {
  const document = parseDocument(text ?? stringify({ ...head, [list]: [] }))
  const seq = listIn(document, list)
  for (const row of rows as readonly { readonly id: string }[]) {
    const at = seq.items.findIndex((node) => isMap(node) && node.get('id') === row.id)
    const node: unknown = document.createNode(row)
    const before = seq.items[at]
    // Files bring no pictures, so the new words go with the picture that is there.
    if (isMap(before) && isMap(node) && before.has('image')) node.set('image', before.get('image', true))
    if (at === -1) seq.add(node)
    else seq.items[at] = node
  }
  return document.toString(width)
}

function listIn(document: Document, name: string): YAMLSeq {
  const found = document.get(name)
  if (isSeq(found)) {
    if (found.items.length === 0) found.flow = false
    return found
  }
  const made = document.createNode([]) as unknown as YAMLSeq
  document.set(name, made)
  return made
}

/** course.yaml with the new topics and the document; what was there stays as it was. */
export function withEntries(text: string, course: Course, title: string, used: readonly Topic[], rows: readonly Row[], source: SourceDocument): string {
  // The one topic of a course that was just begun stays only if something is about it.
  const isBegun = course.questions.length > 0 || course.flashcards.length > 0
  const fresh = used.filter(({ isNew }) => isNew || !isBegun)
  const needsDocument = source.text !== undefined && !course.documents.some(({ id }) => id === source.id)
  if (fresh.length === 0 && !needsDocument) return text
  const document = parseDocument(text)
  if (needsDocument) listIn(document, 'documents').add(document.createNode({ id: source.id, title, file: source.path }))
  const topics = listIn(document, 'topics')
  if (!isBegun) topics.items = []
  const weights = course.topics.reduce((sum, { weight }) => sum + weight, 0)
  const perQuestion = course.questions.length === 0 || weights === 0 ? 1 : weights / course.questions.length
  for (const { id, title: named } of fresh) {
    const questions = rows.filter(({ topic }) => topic === id).length
    topics.add(document.createNode({ id, title: named, weight: Math.max(0.5, Math.round(2 * perQuestion * questions) / 2) }))
  }
  return document.toString(width)
}
