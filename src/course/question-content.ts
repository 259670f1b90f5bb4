// The text of a round's question, from the course.
import type { QuestionContent } from '../core/question.ts'
import type { Round } from '../core/round.ts'
import type { Course, Question } from './course.ts'
import { withTitles } from './document-titles.ts'
import { tipFor } from './tip.ts'

/** If the question was removed from the course after it was asked, texts that say so. */
export function contentOf(course: Course, round: Round): QuestionContent {
  const question = course.byId.questions.get(round.question)
  return question === undefined ? removedQuestion(round) : content(course, question, tipFor(course, round))
}

function content(course: Course, question: Question, tip: string | null): QuestionContent {
  const titled = (text: string) => withTitles(course, text)
  const whyNot = Object.entries(question.whyNot as QuestionContent['whyNot'])
  return {
    topicTitle: course.byId.topics.get(question.topic)?.title ?? question.topic,
    stem: titled(question.stem),
    options: question.options.map((option) => ({ ...option, text: titled(option.text) })),
    explanation: titled(question.explanation),
    whyNot: Object.fromEntries(whyNot.map(([id, why]) => [id, titled(why ?? '')])),
    keyPoint: titled(question.keyPoint),
    note: question.note === undefined ? null : titled(question.note),
    sources: question.sources,
    tip,
  }
}

function removedQuestion(round: Round): QuestionContent {
  return {
    topicTitle: 'A question that is no longer in the course',
    stem: 'This question was removed from the course after it was asked.',
    options: round.order.map((id) => ({ id, text: 'This option is no longer in the course.' })),
    explanation: 'Its explanation is gone too. Answers still count.',
    whyNot: {},
    keyPoint: 'nothing, this time.',
    note: null,
    sources: [],
    tip: null,
  }
}
