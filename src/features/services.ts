// What the bot works with: the ledger, the course, the look-up and the log. Made once at the start, handed to every request.
import type { Course, Question } from '../course/course.ts'
import type { Lookup } from '../course/lookup/lookup.ts'
import type { QuestionBank } from '../core/due.ts'
import type { Round } from '../core/round.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { QuestionContent } from '../screens/question.ts'
import { tipUnder } from '../course/tip.ts'

/** As pino's: what happened as fields, then a sentence. */
export type Log = {
  readonly debug: (fields: object, message: string) => void
  readonly info: (fields: object, message: string) => void
  readonly warn: (fields: object, message: string) => void
  readonly error: (fields: object, message: string) => void
}

export type Desk = {
  readonly ledger: Ledger
  readonly course: Course
  readonly bank: QuestionBank
  readonly lookup: Lookup
  readonly log: Log
}

/** The questions of a course as rounds are drawn from them. */
export function questionBank(course: Course): QuestionBank {
  return {
    questions: course.questions.map(({ id, topic }) => ({ id, topic })),
    weights: new Map(course.topics.map(({ id, weight }) => [id, weight])),
    contents: new Map(
      course.questions.map(({ id, options, key }) => [id, { options: options.map((option) => option.id), key }]),
    ),
  }
}

/** What the course says of the question of a round. A question that has left the course since still has its round. */
export function contentOf(course: Course, round: Round): QuestionContent {
  const question = course.byId.questions.get(round.question)
  return question === undefined ? goneQuestion(round) : content(course, question, tipUnder(course, round))
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

function goneQuestion(round: Round): QuestionContent {
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
