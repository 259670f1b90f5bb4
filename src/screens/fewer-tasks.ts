// A word on the first task of a private session that has fewer tasks than somebody asked for.
import { askedFor } from '../core/asked-for.ts'
import type { Session } from '../core/session.ts'
import type { Block } from './screen.ts'

/** @param things what the tasks are: `questions` @param why a clause: `there aren’t more about this` */
export function fewerTasks(session: Pick<Session, 'about' | 'tasks' | 'position' | 'steps'>, things: string, why: string): readonly Block[] {
  const { count } = askedFor(session)
  const drawn = session.tasks.length
  if (drawn >= count || session.position > 0 || session.steps.size > 0) return []
  return [{ kind: 'footnote', text: [`Only ${drawn} of the ${count} ${things} you asked for: ${why}.`] }]
}
