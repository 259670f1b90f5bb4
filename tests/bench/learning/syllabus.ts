// The shipped course as the simulated learners see it.
import { resolve } from 'node:path'
import type { Course } from '../../../src/course/course.ts'
import { loadCourseOrThrow } from '../../../src/course/load.ts'
import type { Bank } from '../../../src/core/points.ts'
import { questionBank } from '../../../src/course/question-bank.ts'
import type { Syllabus } from './learners.ts'

export type Weights = 'course' | 'equal'

/** What a rule chooses from, and what an exam asks. */
export type Lessons = { readonly bank: Bank; readonly syllabus: Syllabus }

export function lessonsBy(weights: Weights): Lessons {
  const course = loadCourseOrThrow(resolve(import.meta.dirname, '../../../data/aws-shared-responsibility'))
  const { questions } = questionBank(course)
  const bank: Bank = { questions, weights: new Map(course.topics.map(({ id, weight }) => [id, weights === 'equal' ? 1 : weight])) }
  return { bank, syllabus: syllabusOf(course, bank) }
}

function syllabusOf(course: Course, { questions, weights }: Bank): Syllabus {
  const facts = [...new Set(questions.flatMap(({ facts: ids = [] }) => ids))]
  const numbers = new Map(facts.map((fact, number) => [fact, number]))
  const topics = [...weights.keys()]
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const firstWith = new Map(questions.toReversed().flatMap(({ topic, facts: ids = [] }) => ids.map((fact) => [fact, topics.indexOf(topic)] as const)))
  const inTopic = Map.groupBy(questions, ({ topic }) => topic)
  return {
    ids: questions.map(({ id }) => id),
    points: questions.map(({ facts: ids = [] }) => ids.map((fact) => numbers.get(fact) ?? 0)),
    topicOfPoint: facts.map((fact) => firstWith.get(fact) ?? 0),
    guess: course.questions.map(({ pick, options }) => guessOf(options.length, pick)),
    share: questions.map(({ topic }) => (weights.get(topic) ?? 0) / total / (inTopic.get(topic)?.length ?? 1)),
    topics: topics.length,
  }
}

/** One of all ways to choose `pick` options. */
function guessOf(options: number, pick: number): number {
  let ways = 1
  for (let chosen = 0; chosen < pick; chosen++) ways *= (options - chosen) / (chosen + 1)
  return 1 / ways
}
