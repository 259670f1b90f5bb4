// A question of a course as the formats of other programs hold it: plain texts, no ids of documents.
import type { TeamText } from '../../core/team-question.ts'
import type { Course, Question } from '../course.ts'
import { titled } from '../import/into/sources.ts'
import { wordsOf } from '../question-content.ts'

export interface QuestionText extends TeamText {
  readonly id: string
  /** Its title. */
  readonly topic: string
  /** An import leaves out questions with a picture, so it changes none of those. */
  readonly image?: Question['image']
}

/** By the titles of their topics. */
export const textsByTopic = (course: Course): ReadonlyMap<string, readonly QuestionText[]> =>
  Map.groupBy(course.questions.map((question) => questionText(course, question)), ({ topic }) => topic)

/** @returns for a note, the explanation with the note below it */
export function questionText(course: Course, question: Question): QuestionText {
  const { topicTitle, stem, options, explanation, whyNot, keyPoint, note, sources } = wordsOf(course, question)
  return {
    id: question.id,
    topic: topicTitle,
    stem,
    options: options.map(({ id, text }) => ({ text, right: question.key.some((right) => right === id), why: whyNot[id] ?? '' })),
    explanation: note === null ? explanation : `${explanation} ${note}`,
    keyPoint,
    source: sources.map(titled).join('; '),
    ...(question.image === undefined ? {} : { image: question.image }),
  }
}
