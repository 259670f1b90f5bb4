// Which question comes next in a channel, and why that one, in sentences.
import { correctedBank } from '../core/corrected-bank.ts'
import { foresee } from '../core/due.ts'
import { whyNoQuestion } from '../core/next-question.ts'
import type { Tally } from '../core/group-memory.ts'
import { numberOf } from '../core/number-of.ts'
import { teamTopic } from '../core/team-question.ts'
import type { QuestionId, Quiz } from '../core/quiz.ts'
import type { LocalDate } from '../core/time.ts'
import type { Why } from '../core/why-question.ts'
import type { Question } from '../course/course.ts'
import { courseOf, type Courses } from '../course/courses.ts'
import { titleOfTopic, topicAsked } from '../course/topic-of.ts'
import { readDraw } from '../ledger/sqlite/file/read-draw.ts'
import { unknownChannel } from './unknown-channel.ts'

const mayChange = 'Answers, extra questions, and new settings can still change this.'

/** Lines to print, or what is wrong and what to write instead. */
export function nextQuestion(databaseFile: string, courses: Courses, channel: string): { readonly lines: readonly string[] } | { readonly problem: string } {
  const read = readDraw(databaseFile, channel)
  if ('channels' in read) return { problem: unknownChannel(channel, read.channels) }
  const { quiz, draw, corrections } = read
  const bank = correctedBank(courses.bank.of?.(quiz.courses) ?? courses.bank, corrections)
  const picked = foresee(quiz, { ...draw, bank })
  if (picked?.why.kind === 'team') return { lines: teamLines(quiz, picked.question, picked.why.times, draw.team?.contentOf(picked.question)?.words()?.stem ?? '') }
  const question = picked === undefined ? undefined : courseOf(courses, picked.question).byId.questions.get(picked.question)
  if (picked === undefined || question === undefined) return { problem: whyNoQuestion(bank) }
  return {
    lines: [
      `${quiz.place}: ${whenNext(quiz)}`,
      `${question.id} (${topicOf(question.id, courses)})`,
      question.stem,
      '',
      `Why: ${inWords(picked.why, question, courses, quiz.nextDate)}`,
      mayChange,
    ],
  }
}

function teamLines(quiz: Quiz, id: string, times: number, stem: string): readonly string[] {
  const why = times === 0 ? 'The team added it, and it wasn’t asked yet. Such a question comes next, but never two in a row.' : `The team added it, and it was asked ${times === 1 ? 'once' : `${times} times`}. It comes back after a rest of 60 days or more.`
  return [`${quiz.place}: ${whenNext(quiz)}`, `${id} (${teamTopic.title})`, stem, '', `Why: ${why}`, mayChange]
}

function whenNext({ nextDate, time, zone, paused, skipDate }: Quiz): string {
  if (paused) return 'paused. If it’s resumed, the next question is'
  return `${written(nextDate)} at ${time} (${zone})${skipDate === nextDate ? ', but a manager skipped that date' : ''}`
}

function inWords(why: Exclude<Why, { readonly kind: 'team' }>, question: Question, courses: Courses, today: LocalDate): string {
  switch (why.kind) {
    case 'missed': {
      const { question: before, day, answered, right } = why.before
      const missed = `was missed by ${answered - right} of ${answered} on ${written(day, today)}`
      if (before === question.id) return `This question ${missed}. It comes back after a rest of 60 days or more.`
      return `${pointOf(before, courses)} ${missed}. This question asks about the same point in another way.`
    }
    case 'again': {
      const { question: before, day, answered, right } = why.before
      const how = answered === 0 ? 'nobody answered' : `${right} of ${answered} were right`
      if (before === question.id) return `This question was last asked on ${written(day, today)}, and ${how}. People may have forgotten it by now.`
      return `${pointOf(before, courses)} was last asked on ${written(day, today)}, and ${how}. This question asks about the same point in another way.`
    }
    case 'weak-topic':
      return `The group is right less often on “${topicOf(question.id, courses)}” (${rate(why.topic)}) than on all topics (${rate(why.all)}). This question asks something new there.`
    case 'coverage': {
      const had = why.rounds === 0 ? 'This is the first question' : `It has had ${why.asked} of ${numberOf(why.rounds, 'question')} so far`
      return `A channel’s first questions cover all topics by their weight. “${titleOfTopic(courses, why.topic)}” has ${percent(why.share)} of the weight. ${had}.`
    }
    case 'new':
      return `It asks about ${why.points === 1 ? 'a point' : `${why.points} points`} that the channel hasn’t had yet. Of the questions it could ask, this one teaches the group the most.`
    case 'longest-ago':
      return `All questions on the chosen topics were asked in the last 60 days or are still open. This one was asked the longest ago, on ${written(why.day, today)}.`
  }
}

/** Named by the question that asked about it. */
function pointOf(id: QuestionId, courses: Courses): string {
  const topic = topicAsked(courses, id)
  return topic === undefined ? 'A point of this question' : `A point of “${titleOfTopic(courses, topic)}” (question ${id})`
}

const topicOf = (question: QuestionId, courses: Courses) => titleOfTopic(courses, topicAsked(courses, question) ?? '')
const percent = (share: number) => `${Math.round(share * 1000) / 10}%`
const rate = ({ answered, right }: Tally) => `${right} of ${numberOf(answered, 'answer')}, ${Math.round((100 * right) / answered)}%`

/** With the year only if it's another one than that of `beside`. */
function written(date: LocalDate, beside = date): string {
  const year = date.slice(0, 4) === beside.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return Temporal.PlainDate.from(date).toLocaleString('en-US', { month: 'short', day: 'numeric', ...year })
}
