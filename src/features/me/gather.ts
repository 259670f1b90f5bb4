// What there is to know of the asker's own progress, from the ledger.
import { examResult } from '../../core/exam-result.ts'
import type { Task } from '../../core/session.ts'
import { overviewOf, type Overview } from '../../core/overview.ts'
import { readItem } from '../../core/study-item.ts'
import type { Course } from '../../course/course.ts'
import { questionOf, wordsOfTask } from '../../course/study-tasks.ts'
import type { Progress } from '../../ledger/boards.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import { learnerOf, type Learner } from '../learner.ts'
import type { Means } from '../services.ts'
import { placeOf, studyDayOf } from '../where.ts'
import type { ExamScore, Standing } from './progress-screen.ts'

const examsShown = 3

export type Own = { readonly learner: Learner; readonly overview: Overview }

export async function ownOf(request: Request, means: Means): Promise<Own> {
  const { ledger, course, bank } = means
  const learner = await learnerOf(request, means)
  const { account, day } = learner
  const [log, { memories, paused }, open] = await Promise.all([ledger.memories.log(account, ''), ledger.memories.of(account), ledger.rounds.askedNow(account, request.group)])
  const topicOf = (id: string) => course.byId.questions.get(id)?.topic
  const overview = overviewOf({ log, memories, paused, day, weights: bank.weights, topicOf, canReview: (item) => isInCourse(item, course) && !open.has(readItem(item).id) })
  // What is open in a channel is not told about before it closes.
  return { learner, overview: { ...overview, mistakes: overview.mistakes.filter(({ question }) => !open.has(question)) } }
}

function isInCourse(item: string, { byId }: Course): boolean {
  const { kind, id } = readItem(item)
  return kind === 'question' ? byId.questions.has(id) : kind === 'card' && byId.flashcards.has(id)
}

/** In the channel where they ask, or else in the one where they answered last. */
export async function standingOf(request: Request, { ledger }: Means): Promise<Standing | null> {
  const place = await placeOf(request, ledger)
  if (place === undefined) return null
  const quiz = await ledger.quizzes.at(place)
  const progress: Progress = await ledger.boards.progress(personSeen(request), place, studyDayOf(quiz, request))
  const [round] = await ledger.rounds.openTo(place, personSeen(request), request.at)
  const view = round === undefined ? undefined : await ledger.rounds.view(round.id, request.group, request.asker.id)
  return { ...progress, place: request.place === null ? place : null, countsAtClose: quiz?.feedback === 'at-close', unanswered: view !== undefined && view.mine === null }
}

export async function examsOf({ account }: Learner, { ledger, course }: Means): Promise<readonly ExamScore[]> {
  const past = await ledger.sessions.past(account, 'exam', examsShown)
  // Questions that changed in the course since they were drawn don't count.
  const topicOf = (task: Task) => (wordsOfTask(course, task) === null ? null : (questionOf(course, task.item)?.topic ?? null))
  return past.map((session) => ({ ...examResult(session, topicOf), at: session.endedAt ?? session.startedAt, zone: session.zone }))
}

