// First tries: an item counts by how its first answer went. Later answers say more about repetition than about what somebody knows.
import type { TopicId } from './quiz.ts'
import { byTime, readItem, type ItemId, type StudyEntry } from './study-item.ts'

type Tried = Pick<StudyEntry, 'item' | 'day' | 'at' | 'grade'>

/** Of a topic's questions: how many first answers were right, and how many there were. */
export type Tries = { readonly right: number; readonly of: number }

export const noTries: Tries = { right: 0, of: 0 }

/** The earliest entry of each item. @param log in any order */
export function firstTries<Entry extends Tried>(log: readonly Entry[]): ReadonlyMap<ItemId, Entry> {
  const first = new Map<ItemId, Entry>()
  for (const entry of log) {
    const known = first.get(entry.item)
    if (known === undefined || byTime(entry, known) < 0) first.set(entry.item, entry)
  }
  return first
}

/** @param topicOf undefined for a question that the course no longer has */
export function triesByTopic(first: Iterable<Tried>, topicOf: (question: string) => TopicId | undefined): ReadonlyMap<TopicId, Tries> {
  const tries = new Map<TopicId, { right: number; of: number }>()
  for (const { item, grade } of first) {
    const { kind, id } = readItem(item)
    const topic = kind === 'question' ? topicOf(id) : undefined
    if (topic === undefined) continue
    const sum = tries.get(topic) ?? { right: 0, of: 0 }
    sum.of += 1
    if (grade !== 'again') sum.right += 1
    tries.set(topic, sum)
  }
  return tries
}
