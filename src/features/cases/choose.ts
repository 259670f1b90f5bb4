// Which cases there are for somebody, and starting one of them.
import { countAnswered, type Session } from '../../core/session.ts'
import { inVersions } from '../../course/succeeding.ts'
import { caseTasks } from '../../course/case-tasks.ts'
import type { Case, Course } from '../../course/course.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { sessionIdOf } from '../../screens/session-controls.ts'
import { noLongerActive } from '../../screens/notice.ts'
import { accountOf, learnerOf } from '../learner.ts'
import { startInstead } from '../own-session.ts'
import type { Means } from '../services.ts'
import { otherCaseRunning, type CaseChoice } from './list-screen.ts'

export const caseOf = ({ about }: Pick<Session, 'about'>, course: Course): Case | undefined => (about === null ? undefined : inVersions(course, ({ byId }) => byId.cases.get(about)))

/** More than any course has cases. */
const pastRead = 200

/** All cases in the order of the course. Done is a case whose every finding somebody answered. */
export async function choicesOf(request: Request, { ledger, course }: Means): Promise<readonly CaseChoice[]> {
  const past = await ledger.sessions.past(accountOf(request), 'case', pastRead)
  const done = new Set(past.filter((session) => countAnswered(session) === session.tasks.length).map(({ about }) => about))
  return course.cases.map(({ id, title, findings }) => ({ id, title, findings: findings.length, done: done.has(id) }))
}

/** The first one behind it that isn't done, from the beginning again at the end; if all are done, simply the next. */
export function nextAfter(id: string | null, choices: readonly CaseChoice[]): string | null {
  const at = choices.findIndex((each) => each.id === id)
  const others = [...choices.slice(at + 1), ...choices.slice(0, Math.max(at, 0))]
  return (others.find(({ done }) => !done) ?? others[0])?.id ?? null
}

/** Starts the case, or shows where it stands if it is the one that is running. @param how `ask`: leaves another one that is running alone */
export async function beginCase(id: string, how: 'ask' | 'instead', request: Request, means: Means): Promise<{ readonly session: Session } | { readonly screen: Screen }> {
  const { ledger, course } = means
  const one = course.byId.cases.get(id)
  if (one === undefined) return { screen: noLongerActive() }
  const { account, zone } = await learnerOf(request, means)
  const running = await ledger.sessions.running(account, 'case')
  if (running?.about === id) return { session: running }
  if (running !== undefined && how === 'ask') {
    const title = caseOf(running, course)?.title ?? 'Another case'
    const wanted = { id, title: one.title, findings: one.findings.length, done: false }
    return { screen: otherCaseRunning({ session: running.id, title, at: running.position, of: running.tasks.length }, wanted) }
  }
  const tasks = caseTasks(course, one)
  const { session } = await startInstead(account, { id: sessionIdOf(request.event, 'case'), kind: 'case', about: id, tasks, zone, startedAt: request.at, endsAt: null }, means)
  return { session }
}
