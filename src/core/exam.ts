// Which questions an exam asks, and how long it takes. It never adapts to what somebody knows: then it would say nothing about their level.
import { quotas } from './draw.ts'
import type { QuestionId, TopicId } from './quiz.ts'
import { seeded, shuffle } from './random.ts'
import { minute, type Instant } from './time.ts'

export type ExamQuestion = {
  readonly id: QuestionId
  readonly topic: TopicId
  /** Two questions that share one are about the same point. */
  readonly facts: readonly string[]
}

export type ExamFrom = {
  readonly questions: readonly ExamQuestion[]
  /** Share of each topic in the course; any unit. */
  readonly weights: ReadonlyMap<TopicId, number>
  /** When a question last stood in one of the person's exams. */
  readonly lastInExam: ReadonlyMap<QuestionId, Instant>
  readonly seed: string
}

/** The real exam: 65 questions in 90 minutes. https://aws.amazon.com/certification/certified-cloud-practitioner/ */
export const fullExam = { questions: 65, minutes: 90 }

/** Somebody who opens an exam has to read first. */
const fewestMinutes = 5

/** As much time for each question as the real exam gives. */
export const timeFor = (questions: number): number => Math.max(fewestMinutes, Math.ceil((fullExam.minutes * questions) / fullExam.questions)) * minute

/**
 * Up to `count` questions in a random order, no two of them about the same point. Each topic gets its share of the blueprint, rounded up
 * or down. Inside a topic, what was in no exam yet comes first, then what was in one the longest ago. What a topic lacks is spread over
 * the others.
 */
export function drawExam({ questions, weights, lastInExam, seed }: ExamFrom, count: number): readonly QuestionId[] {
  const random = seeded(seed)
  const left = new Map(shuffle([...Map.groupBy(questions, ({ topic }) => topic)], random).map(([topic, all]) => [topic, inOrder(all, lastInExam, random)]))
  const facts = new Set<string>()
  const drawn: QuestionId[] = []
  const isFree = (question: ExamQuestion) => question.facts.every((fact) => !facts.has(fact))
  const take = (topic: TopicId, most: number) => {
    const queue = left.get(topic) ?? []
    for (let taken = 0; taken < most; taken += 1) {
      const next = queue.findIndex(isFree)
      const question = queue[next]
      if (question === undefined) return
      queue.splice(next, 1)
      drawn.push(question.id)
      for (const fact of question.facts) facts.add(fact)
    }
  }
  while (drawn.length < count) {
    const groups = [...left].filter(([, queue]) => queue.some(isFree)).map(([id]) => ({ id, weight: weights.get(id) ?? 1 }))
    const before = drawn.length
    for (const [topic, share] of quotas(groups, count - drawn.length, random())) take(topic, share)
    if (drawn.length === before) break
  }
  return shuffle(drawn, random)
}

/** The oldest in an exam first; shuffled where that is equal. */
function inOrder(questions: readonly ExamQuestion[], lastInExam: ReadonlyMap<QuestionId, Instant>, random: () => number): ExamQuestion[] {
  return shuffle(questions, random).toSorted((one, other) => (lastInExam.get(one.id) ?? -Infinity) - (lastInExam.get(other.id) ?? -Infinity) || 0)
}
