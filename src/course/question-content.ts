// The text of a round's question, from the course.
import type { QuestionContent } from '../core/question.ts'
import type { Round } from '../core/round.ts'
import type { Course, Question } from './course.ts'
import { tipUnder } from './tip.ts'

/** If the question was removed from the course after it was asked, texts that say so. */
export function contentOf(course: Course, round: Round): QuestionContent {
  const question = course.byId.questions.get(round.question)
  return question === undefined ? removedQuestion(round) : content(course, question, tipUnder(course, round))
}

function content(course: Course, question: Question, tip: string | null): QuestionContent {
  return {
    topicTitle: course.byId.topics.get(question.topic)?.title ?? question.topic,
    stem: question.stem,
    options: question.options,
    explanation: question.explanation,
    whyNot: question.whyNot as QuestionContent['whyNot'],
    keyPoint: question.keyPoint,
    note: question.note ?? null,
    sources: question.sources,
    tip,
  }
}

function removedQuestion(round: Round): QuestionContent {
  return {
    topicTitle: 'A question that is no longer in the course',
    stem: 'This question was taken out of the course after it was asked.',
    options: round.order.map((id) => ({ id, text: 'This option is no longer in the course.' })),
    explanation: 'Its explanation went with it; the answers count as before.',
    whyNot: {},
    keyPoint: 'Nothing to remember here.',
    note: null,
    sources: [],
    tip: null,
  }
}
