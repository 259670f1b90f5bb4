// Draws and starts an exam, and judges those that have ended.
import { drawExam, timeFor } from '../../core/exam.ts'
import { examResult, type ExamResult } from '../../core/exam-result.ts'
import type { QuestionId } from '../../core/quiz.ts'
import type { Session } from '../../core/session.ts'
import { readItem } from '../../core/study-item.ts'
import type { Instant } from '../../core/time.ts'
import type { Course } from '../../course/course.ts'
import { questionOf, questionTasks, wordsOfTask } from '../../course/study-tasks.ts'
import { sessionIdOf } from '../../screens/session-controls.ts'
import type { Request } from '../../screens/request.ts'
import { askedNow } from '../held-back.ts'
import { accountOf, learnerOf } from '../learner.ts'
import type { Means } from '../services.ts'
import type { Earlier } from './start-screen.ts'
import { aboutOf, type Wanted } from './wanted.ts'

/** Exams that are looked at for what was asked already. */
const remembered = 50

type Started = { readonly session: Session; readonly isNew: boolean }

/** The exam that is running, or else a new one; undefined if there is no question for it. The same press delivered again is as new as before. */
export async function startExam(wanted: Wanted, request: Request, means: Means): Promise<Started | undefined> {
  const { ledger, course } = means
  const { account, zone } = await learnerOf(request, means)
  const id = sessionIdOf(request.event, 'exam')
  const known = (await ledger.sessions.find(account, id)) ?? (await ledger.sessions.running(account, 'exam'))
  if (known !== undefined) return { session: known, isNew: known.id === id }
  const tasks = questionTasks(course, await draw(wanted, id, request, means), id)
  if (tasks.length === 0) return undefined
  const startedAt = request.at
  const { session } = await ledger.sessions.start(account, { id, kind: 'exam', about: aboutOf(wanted), tasks, zone, startedAt, endsAt: startedAt + timeFor(tasks.length) })
  return { session, isNew: session.id === id }
}

/** How many of these questions there are about different points, without those that a channel is being asked. */
export const available = async (wanted: Wanted, request: Request, means: Means): Promise<number> => (await draw(wanted, 'count', request, means)).length

async function draw({ questions: count, topics }: Wanted, seed: string, request: Request, means: Means): Promise<readonly QuestionId[]> {
  const { ledger, course, bank } = means
  const open = await askedNow(request, means)
  const questions = course.questions.filter((question) => !open.has(question.id) && (topics.length === 0 || topics.includes(question.topic)))
  const lastInExam = lastAsked(await ledger.sessions.past(accountOf(request), 'exam', remembered))
  return drawExam({ questions, weights: bank.weights, lastInExam, seed }, count)
}

/** @param exams the latest first */
function lastAsked(exams: readonly Session[]): ReadonlyMap<QuestionId, Instant> {
  return new Map(exams.toReversed().flatMap(({ tasks, startedAt }) => tasks.map(({ item }) => [readItem(item).id, startedAt] as const)))
}

/** @param open questions that a channel around the person is being asked now */
export const resultIn = (course: Course, session: Session, open: ReadonlySet<QuestionId>): ExamResult =>
  examResult(session, (task) => {
    const question = wordsOfTask(course, task) === null ? undefined : questionOf(course, task.item)
    if (question === undefined) return 'changed'
    return open.has(question.id) ? 'waiting' : question
  })

/** The latest first. Those that were given up are none. */
export async function earlierExams(request: Request, means: Means, limit: number): Promise<readonly Earlier[]> {
  const { ledger, course } = means
  const open = await askedNow(request, means)
  const sessions = await ledger.sessions.past(accountOf(request), 'exam', limit)
  return sessions.map((session) => ({ session, result: resultIn(course, session, open) }))
}

export const titlesOf = (course: Course): ReadonlyMap<string, string> => new Map(course.topics.map(({ id, title }) => [id, title]))

export const topicTitles = (ids: readonly string[], course: Course): readonly string[] => ids.map((id) => course.byId.topics.get(id)?.title ?? id)
