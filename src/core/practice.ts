// Which questions a practice asks: those that are due first, then new ones, most of them from the topics that go worst.
import { apart } from './apart.ts'
import { recall, type Memory } from './memory.ts'
import { needOf } from './need.ts'
import type { QuestionId, TopicId } from './quiz.ts'
import { seeded } from './random.ts'
import { itemId, type ItemId } from './study-item.ts'
import type { LocalDate } from './time.ts'

export type PracticeQuestion = {
  readonly id: QuestionId
  readonly topic: TopicId
  /** Two questions that share one are about the same point. */
  readonly facts: readonly string[]
}

export type PracticeFrom = {
  readonly questions: readonly PracticeQuestion[]
  /** Share of each topic in the course; any unit. One without a share, as the questions of a team are, counts as an average one. */
  readonly weights: ReadonlyMap<TopicId, number>
  readonly memories: ReadonlyMap<ItemId, Memory>
  readonly day: LocalDate
  readonly seed: string
}

/**
 * Up to `count` questions, no two of them about the same point. A question that is due comes before a new one, and a new one before one
 * that is still remembered.
 */
export function pickPractice({ questions, weights, memories, day, seed }: PracticeFrom, count: number): readonly QuestionId[] {
  const weakness = weaknessOf(questions, memories, day)
  const random = seeded(seed)
  const average = weights.size === 0 ? 1 : [...weights.values()].reduce((sum, weight) => sum + weight, 0) / weights.size
  const ranked = questions.map((question) => {
    const memory = memories.get(itemId('question', question.id))
    const weak = weakness.get(question.topic) ?? 0.5
    return { question, need: needOf(memory, day) + weak * (weights.get(question.topic) ?? average) * random() * 0.1 }
  })
  const wanted = ranked.toSorted((a, b) => b.need - a.need).map(({ question }) => question)
  return apart(wanted, count).map(({ id }) => id)
}

/** By topic, the share of its seen questions that would be missed today, 0 to 1; one imaginary question either way steadies few answers. */
function weaknessOf(questions: readonly PracticeQuestion[], memories: ReadonlyMap<ItemId, Memory>, day: LocalDate): ReadonlyMap<TopicId, number> {
  const sums = new Map<TopicId, { missed: number; seen: number }>()
  for (const { id, topic } of questions) {
    const memory = memories.get(itemId('question', id))
    if (memory === undefined) continue
    const sum = sums.get(topic) ?? { missed: 0, seen: 0 }
    sums.set(topic, { missed: sum.missed + 1 - recall(memory, day), seen: sum.seen + 1 })
  }
  return new Map([...sums].map(([topic, { missed, seen }]) => [topic, (missed + 1) / (seen + 2)]))
}
