// A private session whose question was corrected: its answer is judged by the other key.
import { gradeOf, type Session, type Task } from './session.ts'
import type { Grade, ItemId } from './study-item.ts'
import type { Instant } from './time.ts'

/** `item` as it was asked, and what takes the place of its key. */
export type SessionChange = { readonly item: ItemId; readonly content: number; readonly after: Pick<Task, 'key' | 'content'> }

export type CorrectedSession = { readonly tasks: readonly Task[]; readonly answers: readonly { readonly at: Instant; readonly grade: Grade }[] }

/** Undefined if the session did not ask this version of it. */
export function correctSession({ tasks, steps }: Pick<Session, 'tasks' | 'steps'>, { item, content, after }: SessionChange): CorrectedSession | undefined {
  const isMeant = (task: Task) => task.item === item && task.content === content
  if (!tasks.some(isMeant)) return undefined
  const answers = tasks.flatMap((task, position) => {
    const step = steps.get(position)
    return isMeant(task) && step !== undefined && step.chosen.length > 0 ? [{ at: step.at, grade: gradeOf(after, step) }] : []
  })
  return { tasks: tasks.map((task) => (isMeant(task) ? { ...task, ...after } : task)), answers }
}
