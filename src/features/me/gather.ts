// What there is to know of the asker's own progress, from the ledger.
import { examResult } from '../../core/exam-result.ts'
import { overviewOf, type Overview } from '../../core/overview.ts'
import { pickReview } from '../../core/review.ts'
import type { Task } from '../../core/session.ts'
import { lastDayAway } from '../../core/absence.ts'
import { readItem } from '../../core/study-item.ts'
import { addDays, type LocalDate } from '../../core/time.ts'
import type { Course } from '../../course/course.ts'
import { isReviewItem, reviewItems } from '../../course/review-items.ts'
import { questionOf, wordsOfTask } from '../../course/study-tasks.ts'
import { personSeen, type Request } from '../../screens/request.ts'
import { isHeldBack } from '../held-back.ts'
import { learnerOf, type Learner } from '../learner.ts'
import type { Means } from '../services.ts'
import { withOwnCourse } from '../own-course.ts'
import { inPlaceOf, studyDayOf } from '../where.ts'
import type { ExamScore, Standing } from './progress-screen.ts'

const examsShown = 3

/** `due`: what a review would bring up. `course`: with the questions of their own teams. */
export type Own = { readonly learner: Learner; readonly course: Course; readonly overview: Overview; readonly due: number }

export async function ownOf(request: Request, means: Means): Promise<Own> {
  const { ledger, bank } = means
  const { course } = await withOwnCourse(request, means)
  const learner = await learnerOf(request, means)
  const { account, day } = learner
  const [log, { memories, paused }, open] = await Promise.all([ledger.memories.log(account, ''), ledger.memories.of(account), ledger.rounds.askedNow(account, request.group)])
  // An exam is not judged here while a channel is being asked the same.
  const told = log.filter(({ source, item }) => source !== 'exam' || !open.has(readItem(item).id))
  const overview = overviewOf({ log: told, day, weights: bank.weights, topicOf: (id) => means.course.byId.questions.get(id)?.topic, isKnown: (item) => isReviewItem(course, item) })
  const review = pickReview({ items: reviewItems(course).filter(({ item }) => !isHeldBack({ item }, open)), memories, paused, day })
  // What is open in a channel is not told about before it closes.
  const mistakes = overview.mistakes.filter(({ item }) => !isHeldBack({ item }, open))
  return { learner, course, overview: { ...overview, mistakes }, due: review.items.length === 0 ? 0 : review.due }
}

/** In the channel where they ask, or else in the one where they answered last. */
export async function standingOf(request: Request, means: Means): Promise<Standing | null> {
  const there = await inPlaceOf(request, means)
  if (there === undefined) return null
  const { ledger } = means
  const { place, group, asker } = there
  const quiz = await ledger.quizzes.at(place)
  if (quiz === undefined) return null
  const day = studyDayOf(quiz, request)
  const [progress, away] = await Promise.all([ledger.boards.progress(personSeen(there), place, day), ledger.absences.of(group, asker.id)])
  const [round] = await ledger.rounds.openTo(place, personSeen(there), request.at)
  const view = round === undefined ? undefined : await ledger.rounds.view(round.id, group, asker.id, asker.account)
  const answered = progress.streak.lastDay === day
  const isVoided = view !== undefined && view.mine !== null && view.round.voided === true
  const today = !answered ? 'none' : quiz.feedback === 'at-close' && !isVoided ? 'waiting' : 'voided'
  return { ...progress, today, place: request.place === null ? place : null, countsAtClose: quiz.feedback === 'at-close', unanswered: view !== undefined && view.mine === null, awayUntil: lastDayAway(away, day) }
}

export async function examsOf({ account }: Learner, { group }: Request, { ledger, course }: Means): Promise<readonly ExamScore[]> {
  const past = await ledger.sessions.past(account, 'exam', examsShown)
  const open = await ledger.rounds.askedNow(account, group)
  const topicOf = (task: Task) => {
    const question = wordsOfTask(course, task) === null ? undefined : questionOf(course, task.item)
    if (question === undefined) return 'changed'
    return open.has(question.id) ? 'waiting' : question
  }
  return past.map((session) => ({ ...examResult(session, topicOf), at: session.endedAt ?? session.startedAt, zone: session.zone }))
}

/** Every day of the last weeks, up to today. */
export async function studyDaysOf({ account, day }: Learner, weeks: number, { ledger }: Means): Promise<readonly { readonly date: LocalDate; readonly count: number }[]> {
  const from = addDays(day, 1 - 7 * weeks)
  const answers = Map.groupBy(await ledger.memories.log(account, from), (entry) => entry.day)
  return Array.from({ length: 7 * weeks }, (_, index) => addDays(from, index)).map((date) => ({ date, count: answers.get(date)?.length ?? 0 }))
}
