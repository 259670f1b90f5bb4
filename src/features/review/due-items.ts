// What a learner can review: the questions and cards of the course, with what they remember of them.
import { pickOf, pickReview, type Reviewable, type ReviewFrom, type ReviewPick } from '../../core/review.ts'
import { isAnswered, isTaskRight, type Task } from '../../core/session.ts'
import { itemId, readItem, type ItemId } from '../../core/study-item.ts'
import { cardOfTask, cardTasks } from '../../course/card-tasks.ts'
import type { Course } from '../../course/course.ts'
import { questionTasks, wordsOfTask } from '../../course/study-tasks.ts'
import type { Request } from '../../screens/request.ts'
import { learnerOf, type Learner } from '../learner.ts'
import type { Means } from '../services.ts'
import type { Aside } from './aside-screen.ts'
import type { Shown } from './review-screen.ts'

/** Cards and questions; a question that is open in a channel waits until it is closed. */
export async function reviewable(request: Request, means: Means): Promise<CanReview> {
  return reviewableOf({ ...(await learnerOf(request, means)), group: request.group }, means)
}

type CanReview = ReviewFrom & Pick<Learner, 'account' | 'zone'>

/** @param group where they are now; those in which they are known count as well */
export async function reviewableOf({ account, zone, day, group }: Learner & Pick<Request, 'group'>, { ledger, course }: Pick<Means, 'ledger' | 'course'>): Promise<CanReview> {
  const { memories, paused } = await ledger.memories.of(account)
  const open = await ledger.rounds.askedNow(account, group)
  const questions = course.questions.filter(({ id }) => !open.has(id)).map(({ id, facts }): Reviewable => ({ item: itemId('question', id), facts }))
  const cards = course.flashcards.map(({ id, facts }): Reviewable => ({ item: itemId('card', id), facts }))
  return { items: [...questions, ...cards], memories, paused, day, account, zone }
}

export const pickDue = (from: ReviewFrom, most?: number): ReviewPick => pickReview(from, most)

/** What was missed in the last exam, without what was gone over since. Undefined before the first exam. */
export async function missedInExam({ items, account, paused }: CanReview, { ledger, course }: Means): Promise<ReviewPick | undefined> {
  const [exam] = await ledger.sessions.past(account, 'exam', 1)
  if (exam === undefined) return undefined
  const before = Temporal.Instant.fromEpochMilliseconds(exam.startedAt).toZonedDateTimeISO('UTC').subtract({ days: 2 }).toPlainDate().toString()
  const since = (await ledger.memories.log(account, before)).filter(({ source, at }) => source === 'review' && at >= (exam.endedAt ?? 0))
  const done = new Set([...since.map(({ item }) => item), ...paused])
  const missed = exam.tasks.filter((task, at) => {
    const right = isAnswered(exam, at) && isTaskRight(task, exam.steps.get(at)?.chosen ?? [])
    return !right && !done.has(task.item) && wordsOfTask(course, task) !== null
  })
  return pickOf(missed.flatMap(({ item }) => items.find((each) => each.item === item) ?? []))
}

/** As tasks of a session, in this order. */
export function tasksOf(course: Course, items: readonly ItemId[], seed: string): readonly Task[] {
  return items.flatMap((item) => {
    const { kind, id } = readItem(item)
    return kind === 'card' ? cardTasks(course, [id]) : questionTasks(course, [id], seed)
  })
}

export function shownOf(course: Course, task: Task): Shown {
  return readItem(task.item).kind === 'card' ? { kind: 'card', words: cardOfTask(course, task) } : { kind: 'question', words: wordsOfTask(course, task) }
}

/** Those that the course still has, in the order of the alphabet. */
export function asideIn(course: Course, paused: ReadonlySet<ItemId>): readonly Aside[] {
  const all = [...paused].flatMap((item): Aside[] => {
    const { kind, id } = readItem(item)
    const words = kind === 'card' ? course.byId.flashcards.get(id)?.front : course.byId.questions.get(id)?.stem
    return words === undefined ? [] : [{ item, words }]
  })
  return all.toSorted((a, b) => a.words.localeCompare(b.words, 'en'))
}
