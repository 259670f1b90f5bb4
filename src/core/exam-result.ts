// What came out of an exam: the score, the range of the level, and the topics, worst first.
import { levelRange, type Range } from './confidence.ts'
import type { TopicId } from './quiz.ts'
import { isAnswered, isTaskRight, type Session, type Task } from './session.ts'

export type TopicScore = { readonly topic: TopicId; readonly right: number; readonly of: number }

export type ExamResult = {
  readonly right: number
  /** Questions that count: all but those that changed in the course since they were drawn. */
  readonly of: number
  readonly range: Range
  /** Not answered, and so wrong. */
  readonly unanswered: number
  readonly changed: number
  /** Being asked in a channel now: they count once that is over, since a score would tell whether their answers are right. */
  readonly waiting: number
  /** The worst first. */
  readonly topics: readonly TopicScore[]
  /** Positions of what was wrong or not answered. */
  readonly missed: readonly number[]
}

/** Why a question does not count: it changed since it was drawn, or a channel is being asked it now. */
export type Uncounted = 'changed' | 'waiting'

/** @param topicOf the topic as `{ topic }`, or why the question does not count */
export function examResult(session: Pick<Session, 'tasks' | 'steps'>, topicOf: (task: Task) => { readonly topic: TopicId } | Uncounted): ExamResult {
  const found = session.tasks.map((task) => topicOf(task))
  const judged = session.tasks.flatMap((task, position) => {
    const counted = found[position]
    const answered = isAnswered(session, position)
    const right = answered && isTaskRight(task, session.steps.get(position)?.chosen ?? [])
    return typeof counted === 'object' ? [{ position, topic: counted.topic, answered, right }] : []
  })
  const right = judged.filter((each) => each.right).length
  return {
    right,
    of: judged.length,
    range: levelRange(right, judged.length),
    unanswered: judged.filter(({ answered }) => !answered).length,
    changed: found.filter((each) => each === 'changed').length,
    waiting: found.filter((each) => each === 'waiting').length,
    topics: worstFirst([...Map.groupBy(judged, ({ topic }) => topic)].map(([topic, all]) => ({ topic, right: all.filter((each) => each.right).length, of: all.length }))),
    missed: judged.filter((each) => !each.right).map(({ position }) => position),
  }
}

/** Of equal shares, the one with more misses first. */
function worstFirst(topics: readonly TopicScore[]): readonly TopicScore[] {
  return topics.toSorted((a, b) => a.right * b.of - b.right * a.of || b.of - b.right - (a.of - a.right) || b.of - a.of || (a.topic < b.topic ? -1 : 1))
}
