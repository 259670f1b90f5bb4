// The text of a round's question: as it was asked, or from the course for a round that kept no words.
import { changeOf, type QuestionChange } from '../core/question-change.ts'
import type { QuestionContent, QuestionWords } from '../core/question.ts'
import type { Round } from '../core/round.ts'
import { isTeamQuestion } from '../core/team-question.ts'
import type { Course, Question } from './course.ts'
import { withTitles } from './document-titles.ts'
import { tipFor } from './tip.ts'

/**
 * What the screens of a round show: the words that it kept. A round from before they were kept has the course's words of today, or, if
 * the question was removed since, texts that say so.
 */
export function contentOf(course: Course, round: Round): QuestionContent {
  return { ...withPassage(course, withImage(course, round.words ?? wordsToday(course, round) ?? removedQuestion(round))), tip: tipFor(course, round) }
}

/** Where the course still has the picture of the question, that very one, it can be shown; otherwise its words stand for it. */
export function withImage(course: Course, words: QuestionWords): QuestionWords {
  const { image } = words
  const found = image === undefined ? undefined : course.pictures.find(({ hash }) => hash === image.hash)
  return image === undefined || found === undefined ? words : { ...words, image: { ...image, path: found.path } }
}

/** Where the people who wrote a question name a section of the course's documents, it can be opened. */
export function withPassage(course: Course, words: QuestionWords): QuestionWords {
  const section = words.reference === undefined ? undefined : course.byId.sections.get(words.reference)
  if (section === undefined) return words
  const { document, heading, key } = section
  return { ...words, sources: [{ document, title: course.byId.documents.get(document)?.short ?? document, section: heading, key }] }
}

/** How the course has changed since the round was claimed. `none` also for a round that kept no words to compare. */
export function changeSince(course: Course, { words, key, question }: Pick<Round, 'words' | 'key' | 'question'>): QuestionChange {
  if (words === null || isTeamQuestion(question)) return 'none'
  const now = course.byId.questions.get(question)
  return changeOf({ words, key }, now === undefined ? undefined : { words: wordsOf(course, now), key: now.key })
}

/** A question in the course's words, with the titles of documents in place of their ids. */
export function wordsOf(course: Course, question: Question): QuestionWords {
  if (question.team !== undefined) return question.team
  const titled = (text: string) => withTitles(course, text)
  const whyNot = Object.entries(question.whyNot as QuestionWords['whyNot'])
  return {
    topicTitle: course.byId.topics.get(question.topic)?.title ?? question.topic,
    stem: titled(question.stem),
    options: question.options.map((option) => ({ ...option, text: titled(option.text) })),
    explanation: titled(question.explanation),
    whyNot: Object.fromEntries(whyNot.map(([id, why]) => [id, titled(why ?? '')])),
    keyPoint: titled(question.keyPoint),
    note: question.note === undefined ? null : titled(question.note),
    sources: question.sources,
    ...imageOf(course, question),
  }
}

function imageOf({ pictures }: Course, { image }: Question): Pick<QuestionWords, 'image'> {
  const found = image === undefined ? undefined : pictures.find(({ file }) => file === image.file)
  return image === undefined || found === undefined ? {} : { image: { hash: found.hash, type: found.type, alt: image.alt } }
}

function wordsToday(course: Course, round: Round): QuestionWords | undefined {
  const question = course.byId.questions.get(round.question)
  return question === undefined ? undefined : wordsOf(course, question)
}

function removedQuestion(round: Round): QuestionWords {
  return {
    topicTitle: 'A question that is no longer in the course',
    stem: 'This question was removed from the course after it was asked.',
    options: round.order.map((id) => ({ id, text: 'This option is no longer in the course.' })),
    explanation: 'Its explanation is gone too. Answers still count.',
    whyNot: {},
    keyPoint: 'nothing, this time.',
    note: null,
    sources: [],
  }
}
