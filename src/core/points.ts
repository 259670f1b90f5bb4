// The points that a course teaches: the facts behind its questions. Two questions on the same fact ask about the same point.
import type { QuestionId, TopicId } from './quiz.ts'

export type BankQuestion = {
  readonly id: QuestionId
  readonly topic: TopicId
  /** Ids of the facts it asks about. A question without any is a point of its own. */
  readonly facts?: readonly string[]
  /** How likely a guess is right, 0 to 1; one time in four if absent. */
  readonly guess?: number
}

export type Bank = {
  readonly questions: readonly BankQuestion[]
  /** Share of each topic; any unit. A topic without one has a share of 1. */
  readonly weights: ReadonlyMap<TopicId, number>
}

export type PointId = string

export type Point = {
  readonly id: PointId
  /** The topic of the first question about it. */
  readonly topic: TopicId
  /**
   * Its part of an exam that asks by the weights of the topics, without what guesses get anyway. If no guess were ever right, those of all
   * points would add up to 1.
   */
  readonly value: number
}

export type Points = {
  readonly byId: ReadonlyMap<PointId, Point>
  readonly topicOf: ReadonlyMap<QuestionId, TopicId>
  readonly ofQuestion: ReadonlyMap<QuestionId, readonly PointId[]>
  /** How likely a guess is right. */
  readonly guessOf: ReadonlyMap<QuestionId, number>
  /** Each question's part of that exam, without what guesses get anyway. */
  readonly valueOf: ReadonlyMap<QuestionId, number>
}

/** With four options, one of them right. */
const usualGuess = 0.25

export const weightOf = ({ weights }: Bank, topic: TopicId): number => Math.max(0, weights.get(topic) ?? 1)

/** A bank stays as it is while the bot runs, and is asked for its points at every round. */
const made = new WeakMap<Bank, Points>()

export function pointsOf(bank: Bank): Points {
  const known = made.get(bank)
  if (known !== undefined) return known
  const points = readPoints(bank)
  made.set(bank, points)
  return points
}

function readPoints(bank: Bank): Points {
  const counts = new Map<TopicId, number>()
  for (const { topic } of bank.questions) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  const total = [...counts.keys()].reduce((sum, topic) => sum + weightOf(bank, topic), 0)
  const byId = new Map<PointId, Point>()
  const ofQuestion = new Map<QuestionId, readonly PointId[]>()
  const valueOf = new Map<QuestionId, number>()
  for (const { id, topic, facts = [], guess = usualGuess } of bank.questions) {
    const ids = facts.length === 0 ? [`question ${id}`] : [...new Set(facts)]
    ofQuestion.set(id, ids)
    const value = total === 0 ? 0 : (weightOf(bank, topic) / total / (counts.get(topic) ?? 1)) * (1 - guess)
    valueOf.set(id, value)
    const share = value / ids.length
    for (const point of ids) {
      const before = byId.get(point)
      byId.set(point, before === undefined ? { id: point, topic, value: share } : { ...before, value: before.value + share })
    }
  }
  return {
    byId,
    topicOf: new Map(bank.questions.map(({ id, topic }) => [id, topic])),
    ofQuestion,
    guessOf: new Map(bank.questions.map(({ id, guess = usualGuess }) => [id, guess])),
    valueOf,
  }
}
