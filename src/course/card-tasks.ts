// Flashcards of the course as tasks of a private session.
import { fingerprint, type Task } from '../core/session.ts'
import { grades, itemId, readItem } from '../core/study-item.ts'
import type { CardWords } from '../core/card.ts'
import { teamTopic } from '../core/team-question.ts'
import type { Course, Flashcard } from './course.ts'
import { withTitles } from './document-titles.ts'
import { inVersions } from './succeeding.ts'
import { topicTitle } from './topic-of.ts'

/** Those of the cards that the course has. People grade themselves, so the choices are the grades and none of them is the right one. */
export function cardTasks(course: Course, ids: readonly string[]): readonly Task[] {
  return ids.flatMap((id) => {
    const card = course.byId.flashcards.get(id)
    return card === undefined ? [] : [{ item: itemId('card', id), order: grades, key: [], content: contentOf(card) }]
  })
}

/** The words of the task's card; null if no version of the course has it as it was drawn. */
export const cardOfTask = (course: Course, task: Pick<Task, 'item' | 'content'>): CardWords | null => inVersions(course, (version) => cardIn(version, task)) ?? null

function cardIn(course: Course, { item, content }: Pick<Task, 'item' | 'content'>): CardWords | null {
  const { kind, id } = readItem(item)
  const card = kind === 'card' ? course.byId.flashcards.get(id) : undefined
  if (card === undefined || contentOf(card) !== content) return null
  if (card.team !== undefined) return { topicTitle: `${teamTopic.title}: ${card.team}`, front: card.front, back: card.back, sources: [] }
  return {
    topicTitle: topicTitle(course, card.topic),
    front: withTitles(course, card.front),
    back: withTitles(course, card.back),
    sources: card.sources,
  }
}

const contentOf = ({ front, back }: Flashcard): number => fingerprint([front, back])
