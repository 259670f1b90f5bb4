// What of the course can be brought up again, and how one of it begins, for lists of them.
import type { Source } from '../core/question.ts'
import type { Reviewable } from '../core/review.ts'
import type { Task } from '../core/session.ts'
import { itemId, readItem, type ItemId } from '../core/study-item.ts'
import { cardTasks } from './card-tasks.ts'
import { findingItem, findingOf, findingTask } from './case-tasks.ts'
import type { Course } from './course.ts'
import { withTitles } from './document-titles.ts'
import { controlsToDrill, drillTasks, drillWordsOf, dutiesToDrill } from './drill-tasks.ts'
import { wordsOf } from './question-content.ts'
import { questionTasks } from './study-tasks.ts'
import { topicTitle } from './topic-of.ts'

/** Every review and every look at one's progress asks for them. */
const made = new WeakMap<Course, ReadonlyMap<ItemId, Reviewable>>()

function byItem(course: Course): ReadonlyMap<ItemId, Reviewable> {
  const known = made.get(course)
  if (known !== undefined) return known
  const items = new Map(itemsOf(course).map((each) => [each.item, each]))
  made.set(course, items)
  return items
}

/** Everything: questions, cards, duties, controls, and the findings of cases. */
export const reviewItems = (course: Course): readonly Reviewable[] => [...byItem(course).values()]

export const isReviewItem = (course: Course, item: ItemId): boolean => byItem(course).has(item)

function itemsOf(course: Course): readonly Reviewable[] {
  const { questions, flashcards, byId, cases } = course
  return [
    ...questions.map(({ id, facts }) => ({ item: itemId('question', id), facts })),
    ...flashcards.map(({ id, facts }) => ({ item: itemId('card', id), facts })),
    ...dutiesToDrill(course).flat().map((item) => ({ item, facts: [] })),
    ...controlsToDrill(course).flat().map((item) => ({ item, facts: byId.controls.get(readItem(item).id)?.facts ?? [] })),
    ...cases.flatMap((one) => one.findings.map((finding) => ({ item: findingItem(one, finding), facts: finding.facts }))),
  ]
}

/** As tasks of a session, in this order, without those that the course no longer has. @param seed of the order of options */
export function reviewTasks(course: Course, items: readonly ItemId[], seed: string): readonly Task[] {
  return items.flatMap((item) => {
    const { kind, id } = readItem(item)
    switch (kind) {
      case 'card':
        return cardTasks(course, [id])
      case 'duty':
      case 'control':
        return drillTasks(course, [item])
      case 'finding':
        return findingTask(course, item) ?? []
      default:
        return questionTasks(course, [id], seed)
    }
  })
}

/** `about`: its topic, or what it belongs to. */
export type ItemWords = { readonly text: string; readonly about: string; readonly source: Source | undefined }

/** Undefined for what the course no longer has. */
export function itemWords(course: Course, item: ItemId): ItemWords | undefined {
  const { kind, id } = readItem(item)
  const titleOf = (topic: string) => topicTitle(course, topic)
  const question = kind === 'question' ? course.byId.questions.get(id) : undefined
  if (question !== undefined) return { text: wordsOf(course, question).stem, about: titleOf(question.topic), source: question.sources[0] }
  const card = kind === 'card' ? course.byId.flashcards.get(id) : undefined
  if (card !== undefined) return { text: card.team === undefined ? withTitles(course, card.front) : card.front, about: titleOf(card.topic), source: card.sources[0] }
  const found = findingOf(course, item)
  if (found !== undefined) return { text: withTitles(course, found.finding.finding), about: found.one.title, source: found.finding.sources[0] }
  const words = drillWordsOf(course, item)
  if (words === undefined) return undefined
  const about = words.kind === 'control' ? 'Which category?' : 'Whose job is it?'
  return { text: words.partOf === null ? words.what : `${words.what} (${words.partOf})`, about, source: words.sources[0] }
}
