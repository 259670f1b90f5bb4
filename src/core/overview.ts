// How somebody's learning goes as a whole, from the log of their answers.
import { firstTries, noTries, triesByTopic, type Tries } from './first-tries.ts'
import { mistakesIn, type Mistake } from './mistakes.ts'
import type { QuestionId, TopicId } from './quiz.ts'
import { readinessFrom, readinessOf, type Readiness } from './readiness.ts'
import type { ItemId, StudyEntry } from './study-item.ts'
import type { LocalDate } from './time.ts'

export type TopicProgress = Tries & { readonly topic: TopicId }

export type Overview = {
  /** Answers of today's study day. */
  readonly today: Tries
  /** Answers outside of the daily question. */
  readonly alone: Tries
  /** The weakest first, by first answers; those without one last. */
  readonly topics: readonly TopicProgress[]
  readonly readiness: Readiness
  /** The latest first. */
  readonly mistakes: readonly Mistake[]
}

export type OverviewFrom = {
  readonly log: readonly StudyEntry[]
  readonly day: LocalDate
  /** Of all topics of the course. */
  readonly weights: ReadonlyMap<TopicId, number>
  /** Undefined for a question that the course no longer has. */
  readonly topicOf: (question: QuestionId) => TopicId | undefined
  /** Whether the course still has it. */
  readonly isKnown: (item: ItemId) => boolean
}

export function overviewOf({ log, day, weights, topicOf, isKnown }: OverviewFrom): Overview {
  const first = [...firstTries(log).values()]
  const from = readinessFrom(day)
  return {
    today: counted(log, (entry) => entry.day === day),
    alone: counted(log, ({ source }) => source !== 'daily'),
    topics: weakestFirst(weights, triesByTopic(first, topicOf)),
    readiness: readinessOf(weights, triesByTopic(first.filter((entry) => entry.day >= from), topicOf)),
    mistakes: mistakesIn(log).filter(({ item }) => isKnown(item)),
  }
}

/** In a plain loop: logs are long. */
function counted(log: readonly StudyEntry[], which: (entry: StudyEntry) => boolean): Tries {
  let [right, of] = [0, 0]
  for (const entry of log) {
    if (!which(entry)) continue
    of += 1
    if (entry.grade !== 'again') right += 1
  }
  return { right, of }
}

/** One imaginary answer either way steadies few answers. */
export const levelOf = ({ right, of }: Tries): number => (right + 1) / (of + 2)

function weakestFirst(weights: ReadonlyMap<TopicId, number>, tries: ReadonlyMap<TopicId, Tries>): readonly TopicProgress[] {
  const topics = [...weights.keys()].map((topic) => ({ topic, ...(tries.get(topic) ?? noTries) }))
  const weight = ({ topic }: TopicProgress) => weights.get(topic) ?? 0
  return topics.toSorted((a, b) => Number(a.of === 0) - Number(b.of === 0) || levelOf(a) - levelOf(b) || weight(b) - weight(a) || (a.topic < b.topic ? -1 : 1))
}
