// Flashcards of the course as tasks of a private session.
import { fingerprint, type Task } from '../core/session.ts'
import { grades, itemId, readItem } from '../core/study-item.ts'
import type { CardWords } from '../core/card.ts'
import type { Course, Flashcard } from './course.ts'
import { withTitles } from './document-titles.ts'

/** Those of the cards that the course has. People grade themselves, so the choices are the grades and none of them is the right one. */
export function cardTasks(course: Course, ids: readonly string[]): readonly Task[] {
  return ids.flatMap((id) => {
    const card = course.byId.flashcards.get(id)
    return card === undefined ? [] : [{ item: itemId('card', id), order: grades, key: [], content: contentOf(card) }]
  })
}

/** The words of the task's card; null if they were changed since it was drawn, or the card is gone. */
export function cardOfTask(course: Course, { item, content }: Pick<Task, 'item' | 'content'>): CardWords | null {
  const { kind, id } = readItem(item)
  const card = kind === 'card' ? course.byId.flashcards.get(id) : undefined
  if (card === undefined || contentOf(card) !== content) return null
  return {
    topicTitle: course.byId.topics.get(card.topic)?.title ?? card.topic,
    front: withTitles(course, card.front),
    back: withTitles(course, card.back),
    sources: card.sources,
  }
}

const contentOf = ({ front, back }: Flashcard): number => fingerprint([front, back])
