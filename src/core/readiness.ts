// What somebody would score if an exam by the blueprint were today: a mean and a range, or what is missing to say so. Made of first
// answers alone, because repeated questions inflate, and of recent ones.
import { noTries, type Tries } from './first-tries.ts'
import type { TopicId } from './quiz.ts'
import { addDays, type LocalDate } from './time.ts'

/** Shares from 0 to 1. */
export type Readiness =
  | { readonly kind: 'known'; readonly mean: number; readonly low: number; readonly high: number }
  /** What is missing. `tries`: first answers. `topics`: topics with an answer, if the ones with the largest share of the exam come next. */
  | { readonly kind: 'unknown'; readonly tries: number; readonly topics: number }

/** In days. What was known before says little about today. */
const window = 90
export const fewestTries = 30
const leastCovered = 0.6

/** Two sides of a normal distribution with 80% between them. */
const width = 1.2816

/** First answers from this day on count. */
export const readinessFrom = (day: LocalDate): LocalDate => addDays(day, -window)

/**
 * Each topic's level is Beta(1 + right, 1 + wrong): half-and-half where nothing is known. The exam is their weighted sum.
 *
 * @param weights of all topics, in any unit
 */
export function readinessOf(weights: ReadonlyMap<TopicId, number>, tries: ReadonlyMap<TopicId, Tries>): Readiness {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const topics = [...weights].map(([topic, weight]) => ({ weight: weight / total, ...(tries.get(topic) ?? noTries) }))
  const answered = topics.reduce((sum, { of }) => sum + of, 0)
  const covered = topics.reduce((sum, { weight, of }) => sum + (of > 0 ? weight : 0), 0)
  if (answered < fewestTries || covered < leastCovered) return { kind: 'unknown', tries: Math.max(0, fewestTries - answered), topics: topicsMissing(topics, covered) }
  const [mean, deviation] = examOf(topics)
  return { kind: 'known', mean, low: Math.max(0, mean - width * deviation), high: Math.min(1, mean + width * deviation) }
}

/** Whether a course ever gives a forecast. @param weights of all topics, in any unit @param asked the topics of its questions, one of each */
export function canForecast(weights: ReadonlyMap<TopicId, number>, asked: readonly TopicId[]): boolean {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const covered = [...new Set(asked)].reduce((sum, topic) => sum + (weights.get(topic) ?? 0), 0)
  return asked.length >= fewestTries && covered / total >= leastCovered
}

/** How many topics without an answer it takes to cover enough of the exam, the largest first. */
function topicsMissing(topics: readonly (Tries & { readonly weight: number })[], covered: number): number {
  const open = topics.filter(({ of }) => of === 0).map(({ weight }) => weight).toSorted((a, b) => b - a)
  let [share, count] = [covered, 0]
  for (const weight of open) {
    if (share >= leastCovered) break
    share += weight
    count += 1
  }
  return count
}

/** The mean and the standard deviation of the score. @param topics with weights that sum to 1 */
export function examOf(topics: readonly (Tries & { readonly weight: number })[]): readonly [number, number] {
  const [mean, variance] = topics.reduce(
    ([means, variances], { weight, right, of }): [number, number] => {
      const [a, b] = [1 + right, 1 + of - right]
      return [means + (weight * a) / (a + b), variances + (weight ** 2 * a * b) / ((a + b) ** 2 * (a + b + 1))]
    },
    [0, 0],
  )
  return [mean, Math.sqrt(variance)]
}
