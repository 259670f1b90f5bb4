// Tasks of a private session that changed in the course since it began take no answer: a session goes past all of them at once.
import { isAnswered, type Session, type Task } from '../core/session.ts'
import type { Request } from '../screens/request.ts'
import { accountOf } from './learner.ts'
import type { Means } from './services.ts'

/** `leftOut`: how many tasks to tell about; 0 where nothing was left out, or where they were told about before. */
export type Moved = { readonly session: Session; readonly leftOut: number }

/** Moves a running session on from a changed task to the next one that is as it was, or behind the last one. */
export async function leaveOutChanged(session: Session, isChanged: (task: Task) => boolean, request: Request, { ledger }: Pick<Means, 'ledger'>): Promise<Moved> {
  const { tasks, position } = session
  const current = tasks[position]
  if (session.endedAt !== null || current === undefined || !isChanged(current)) return { session, leftOut: 0 }
  const left = tasks.flatMap((task, at) => (!isAnswered(session, at) && isChanged(task) ? [at] : []))
  const next = tasks.findIndex((task, at) => at > position && !isChanged(task))
  const acted = await ledger.sessions.act(accountOf(request), session.id, { kind: 'go', position, to: next === -1 ? tasks.length : next }, request.at)
  const isTold = left.some((at) => at < position)
  return { session: acted?.session ?? session, leftOut: isTold ? 0 : left.length }
}
