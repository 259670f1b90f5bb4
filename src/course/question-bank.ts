// What core needs of a course to choose the next question and to judge answers.
import type { QuestionBank } from '../core/due.ts'
import type { Course } from './course.ts'
import { wordsOf } from './question-content.ts'

export function questionBank(course: Course): QuestionBank {
  return {
    // Without facts, a question is about a point of its own.
    questions: course.questions.map(({ id, topic, facts, options, pick }) => ({ id, topic, facts: facts.length === 0 ? [id] : facts, guess: 1 / waysToChoose(pick, options.length) })),
    weights: new Map(course.topics.map(({ id, weight }) => [id, weight])),
    contents: new Map(
      course.questions.map((question) => {
        const { id, options, key } = question
        return [id, { options: options.map((option) => option.id), key, words: () => wordsOf(course, question) }]
      }),
    ),
  }
}

/** https://en.wikipedia.org/wiki/Binomial_coefficient */
function waysToChoose(pick: number, options: number): number {
  let ways = 1
  for (let chosen = 0; chosen < pick; chosen++) ways *= (options - chosen) / (chosen + 1)
  return ways
}
