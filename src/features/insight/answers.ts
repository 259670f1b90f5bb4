// How a channel does, from its closed questions.
import { discrimination } from '../../core/discrimination.ts'
import { hasShare, insightOf, type ClosedRound, type Insight, type QuestionResult } from '../../core/insight.ts'
import { courseOfId } from '../../core/course-number.ts'
import type { Source } from '../../core/question.ts'
import type { QuestionId, Quiz } from '../../core/quiz.ts'
import { addDays } from '../../core/time.ts'
import { courseOf, type Courses } from '../../course/courses.ts'
import { titleOfTopic, topicAsked } from '../../course/topic-of.ts'
import { pageOf } from '../../screens/page.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Answers } from '../feature.ts'
import { refused } from '../refused.ts'
import { notAllowed } from '../rights.ts'
import type { Means } from '../services.ts'
import { studyDayOf } from '../where.ts'
import { filesOf } from './export-files.ts'
import { exportScreen, nothingToExport } from './export-screen.ts'
import type { insight, InsightPeriod, InsightView } from './face.ts'
import { questionsScreen, questionsShown, topicsScreen, type QuestionLine } from './lists-screen.ts'
import { overviewScreen, type ReadNext } from './overview-screen.ts'

type Wanted = { readonly view: InsightView; readonly period: InsightPeriod; readonly page: number }

export const commands: Answers<typeof insight>['commands'] = {
  insight: ({ view = 'overview', period = 'quarter', page = 1 }, request, means) =>
    view === 'export' ? exportAll({ period }, request, means) : show({ view, period, page: page - 1 }, request, means),
}

export const controls: Answers<typeof insight>['controls'] = { insight: show, insightExport: exportAll }

/** Asked before a complaint about what was typed. */
export const rights: Answers<typeof insight>['rights'] = { insight: notAllowed }

const days: Readonly<Record<InsightPeriod, number>> = { month: 30, quarter: 90, year: 365 }
const readNextShown = 3
/** A topic is worth reading about as long as the team may know less of it than this. */
const wellKnown = 0.8

async function show(wanted: Wanted, request: Request, means: Means): Promise<Screen> {
  const managed = await managedQuiz(request, means)
  if ('no' in managed) return managed.no
  const { rounds, voided } = await closedIn(wanted.period, managed.quiz, request, means)
  return screenOf(wanted, { ...insightOf(rounds, (question) => topicAsked(means.courses, question)), voided }, means)
}

async function exportAll({ period }: Pick<Wanted, 'period'>, request: Request, means: Means): Promise<Screen> {
  const managed = await managedQuiz(request, means)
  if ('no' in managed) return managed.no
  const { rounds, voided } = await closedIn(period, managed.quiz, request, means)
  return rounds.length === 0 ? nothingToExport(period, voided) : exportScreen(period, await filesOf(rounds, managed.quiz, request, means))
}

/** The daily question of the channel, or why the asker sees nothing of it. */
async function managedQuiz(request: Request, means: Means): Promise<{ readonly quiz: Quiz } | { readonly no: Screen }> {
  const no = await notAllowed(request, means)
  const quiz = no === undefined && request.place !== null ? await means.ledger.quizzes.at(request.place) : undefined
  return quiz === undefined ? { no: no ?? refused({ kind: 'no-quiz' }) } : { quiz }
}

/** `voided`: how many more closed that don't count. */
type Closed = { readonly rounds: readonly ClosedRound[]; readonly voided: number }

async function closedIn(period: InsightPeriod, quiz: Quiz, request: Request, { ledger }: Means): Promise<Closed> {
  const since = addDays(studyDayOf(quiz, request), 1 - days[period])
  const [rounds, voided] = await Promise.all([ledger.insight.closed(quiz.place, since), ledger.insight.voided(quiz.place, since)])
  return { rounds, voided }
}

type Found = Insight & Pick<Closed, 'voided'>

function screenOf({ view, period, page }: Wanted, of: Found, means: Means): Screen | Promise<Screen> {
  const { courses } = means
  switch (view) {
    case 'overview':
      return overviewScreen(of, readNext(of, courses), period, of.voided)
    case 'topics':
      return topicsScreen(of.topics.map((topic) => ({ ...topic, title: titleOfTopic(courses, topic.topic) })), { thin: of.thinTopics, kept: of.privateTopics, voided: of.voided }, period, page)
    case 'hardest':
      return questionsPage(view, of.questions, of, { period, page }, means)
    case 'easiest':
      return questionsPage(view, of.questions.toReversed(), of, { period, page }, means)
  }
}

async function questionsPage(view: 'hardest' | 'easiest', questions: readonly QuestionResult[], { thinQuestions: thin, privateQuestions: kept, voided }: Found, { period, page }: Omit<Wanted, 'view'>, means: Means): Promise<Screen> {
  const at = pageOf(questions, { size: questionsShown, page })
  const shown = await Promise.all(at.shown.map((question) => lineOf(question, means)))
  return questionsScreen(view, { ...at, shown }, { thin, kept, voided }, period)
}

async function lineOf({ question, latest, lure, ...result }: QuestionResult, { courses, ledger }: Means): Promise<QuestionLine> {
  const asked = courseOf(courses, question).byId.questions.get(question) ?? (await ledger.rounds.find(latest))?.words
  const texts = lure?.chosen.map((id) => asked?.options.find((option) => option.id === id)?.text ?? id)
  return {
    ...result,
    stem: asked?.stem ?? question,
    topicTitle: titleOfTopic(courses, topicAsked(courses, question) ?? ''),
    lure: lure === null || texts === undefined ? null : { text: texts.join(' + '), people: lure.people },
    discrimination: discrimination(await ledger.insight.comparisons(latest)),
    source: sourceOf(question, asked?.sources, courses),
  }
}

/** The weakest topics, each with the section behind its most missed question. */
function readNext({ topics, questions }: Insight, courses: Courses): readonly ReadNext[] {
  return topics.filter((topic) => hasShare(topic) && topic.range.low < wellKnown).slice(0, readNextShown).map(({ topic, ...result }) => {
    const missed = questions.find(({ question }) => topicAsked(courses, question) === topic)?.question ?? ''
    return { ...result, title: titleOfTopic(courses, topic), source: sourceOf(missed, courseOf(courses, missed).byId.questions.get(missed)?.sources, courses) }
  })
}

/** Where the bot has several courses, the source says which one it is of. */
function sourceOf(question: QuestionId, sources: readonly Source[] | undefined, { alone }: Pick<Courses, 'alone'>): Source | undefined {
  const source = sources?.[0]
  return source === undefined || alone ? source : { ...source, course: courseOfId(question) }
}
