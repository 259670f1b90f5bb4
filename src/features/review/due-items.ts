// What a learner can review: what the course has to ask, with what they remember of it.
import { mistakesIn } from '../../core/mistakes.ts'
import { pickOf, pickReview, type ReviewFrom, type ReviewPick } from '../../core/review.ts'
import { isAnswered, isTaskRight, type Task } from '../../core/session.ts'
import { readItem, type ItemId } from '../../core/study-item.ts'
import { cardOfTask } from '../../course/card-tasks.ts'
import { findingOfTask } from '../../course/case-tasks.ts'
import type { Course } from '../../course/course.ts'
import { drillOfTask } from '../../course/drill-tasks.ts'
import { itemWords, reviewItems } from '../../course/review-items.ts'
import { wordsOfTask } from '../../course/study-tasks.ts'
import type { Request } from '../../screens/request.ts'
import { isHeldBack } from '../held-back.ts'
import { learnerOf, type Learner } from '../learner.ts'
import { withOwnCourse } from '../own-course.ts'
import type { Means } from '../services.ts'
import type { Aside } from './aside-screen.ts'
import type { Shown } from './review-screen.ts'

/** A question that is open in a channel waits until it is closed. */
export async function reviewable(request: Request, means: Means): Promise<CanReview> {
  const learner = await learnerOf(request, means)
  return reviewableOf({ ...learner, group: request.group }, await withOwnCourse(request, means))
}

/** `course`: what the items are of. */
export type CanReview = ReviewFrom & Pick<Learner, 'account' | 'zone'> & Pick<Means, 'course'>

/** @param group where they are now; those in which they are known count as well @param means with the course that is asked */
export async function reviewableOf({ account, zone, day, group }: Learner & Pick<Request, 'group'>, { ledger, course }: Pick<Means, 'ledger' | 'course'>): Promise<CanReview> {
  const { memories, paused } = await ledger.memories.of(account)
  const open = await ledger.rounds.askedNow(account, group)
  return { items: reviewItems(course).filter(({ item }) => !isHeldBack({ item }, open)), memories, paused, day, account, zone, course }
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

/** What was wrong when it was last asked, the latest first, whether it is due or not. */
export async function mistakesToReview({ items, account, paused }: CanReview, { ledger }: Pick<Means, 'ledger'>): Promise<ReviewPick> {
  const missed = mistakesIn(await ledger.memories.log(account, '')).filter(({ item }) => !paused.has(item))
  const byItem = new Map(items.map((each) => [each.item, each]))
  return pickOf(missed.flatMap(({ item }) => byItem.get(item) ?? []))
}

export function shownOf(course: Course, task: Task): Shown {
  switch (readItem(task.item).kind) {
    case 'card':
      return { kind: 'card', words: cardOfTask(course, task) }
    case 'duty':
    case 'control':
      return { kind: 'duty', words: drillOfTask(course, task) }
    case 'finding':
      return { kind: 'finding', words: findingOfTask(course, task) }
    default:
      return { kind: 'question', words: wordsOfTask(course, task) }
  }
}

/** Those that the course still has, in the order of the alphabet. */
export function asideIn(course: Course, paused: ReadonlySet<ItemId>): readonly Aside[] {
  const all = [...paused].flatMap((item): Aside[] => {
    const words = itemWords(course, item)
    return words === undefined ? [] : [{ item, words: words.text }]
  })
  return all.toSorted((a, b) => a.words.localeCompare(b.words, 'en'))
}
