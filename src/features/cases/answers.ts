// Offers and starts cases, shows where one stands, and takes its answers.
import { isAnswered, isTaskRight, type Act, type Session, type SessionId } from '../../core/session.ts'
import { findingOfTask } from '../../course/case-tasks.ts'
import { directPointer } from '../../screens/direct-pointer.ts'
import { labelName } from '../../screens/duty.ts'
import { withLeftOut } from '../../screens/left-out.ts'
import { noLongerActive } from '../../screens/notice.ts'
import type { Press, Reply, Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Answers } from '../feature.ts'
import { leaveOutChanged } from '../leave-out-changed.ts'
import { accountOf } from '../learner.ts'
import type { Means } from '../services.ts'
import { caseScreen, caseSummary, situationScreen, type CaseEnd } from './case-screen.ts'
import { beginCase, caseOf, choicesOf, nextAfter } from './choose.ts'
import type { cases } from './face.ts'
import { casesScreen, noCases, whichCase } from './list-screen.ts'
import { casesNamed } from './named.ts'

export const commands: Answers<typeof cases>['commands'] = {
  case: ({ name }, request, means) => (name === undefined ? goOn(request, means) : named(name, request, means)),
}

export const controls: Answers<typeof cases>['controls'] = {
  answer: ({ session, position, choice }, press, means) => answer(session, position, choice === null ? press.chosen : [choice], press, means),
  go: ({ session, position, to }, press, means) => act(session, { kind: 'go', position, to }, press, means),
  mark: ({ session }, press, means) => show(session, press, means),
  end: ({ session }, press, means) => act(session, { kind: 'end' }, press, means),
  show: ({ session }, press, means) => show(session, press, means),
  situation: ({ session, position }, press, means) => situation(session, position, press, means),
  list: ({ page }, press, means) => list(page, press, means),
  begin: ({ how, id }, press, means) => begin(id, how, press, means),
}

export const suggestions: Answers<typeof cases>['suggestions'] = {
  case: { name: (typed, limit, { course }) => casesNamed(course, typed).slice(0, limit).map(({ title }) => ({ value: title, label: title })) },
}

/** The case that is running, wherever it was started; or else all of them. */
async function goOn(request: Request, means: Means): Promise<Screen | Reply> {
  const running = await means.ledger.sessions.running(accountOf(request), 'case')
  return running === undefined ? list(0, request, means) : direct(await screenOf(running, request, means))
}

async function list(page: number, request: Request, means: Means): Promise<Screen> {
  return means.course.cases.length === 0 ? noCases() : casesScreen(await choicesOf(request, means), page)
}

async function named(name: string, request: Request, means: Means): Promise<Screen | Reply> {
  if (means.course.cases.length === 0) return noCases()
  const found = casesNamed(means.course, name)
  const [only] = found
  if (only !== undefined && found.length === 1) return begin(only.id, 'ask', request, means)
  const ids = new Set(found.map(({ id }) => id))
  return whichCase(name, (await choicesOf(request, means)).filter(({ id }) => ids.has(id)))
}

async function begin(id: string, how: 'ask' | 'instead', request: Request, means: Means): Promise<Screen | Reply> {
  const begun = await beginCase(id, how, request, means)
  return 'session' in begun ? direct(await screenOf(begun.session, request, means)) : begun.screen
}

const direct = (screen: Screen): Reply => ({ to: 'direct', screen, pointer: directPointer('Your case') })

/** What was changed since the case began takes no answer. */
function answer(id: SessionId, position: number, chosen: readonly string[], press: Press, means: Means): Promise<Screen | Reply> {
  return act(id, { kind: 'answer', position, chosen, takes: (task) => findingOfTask(means.course, task) !== null }, press, means)
}

async function act(id: SessionId, what: Act, press: Press, means: Means): Promise<Screen | Reply> {
  const acted = await means.ledger.sessions.act(accountOf(press), id, what, press.at)
  return acted === undefined ? noLongerActive() : direct(await screenOf(acted.session, press, means))
}

async function show(id: SessionId, request: Request, means: Means): Promise<Screen | Reply> {
  const session = await means.ledger.sessions.find(accountOf(request), id)
  return session === undefined ? noLongerActive() : direct(await screenOf(session, request, means))
}

async function situation(id: SessionId, position: number, press: Press, means: Means): Promise<Screen | Reply> {
  const session = await means.ledger.sessions.find(accountOf(press), id)
  const task = session?.tasks[position]
  const words = task === undefined ? null : findingOfTask(means.course, task)
  const isHere = session?.endedAt === null && session.position === position
  return isHere && words !== null ? direct(situationScreen(session, words)) : show(id, press, means)
}

async function screenOf(found: Session, request: Request, means: Means): Promise<Screen> {
  const { session, leftOut } = await leaveOutChanged(found, (each) => findingOfTask(means.course, each) === null, request, means)
  const task = session.tasks[session.position]
  const isRunning = session.endedAt === null && task !== undefined
  const screen = isRunning ? caseScreen(session, findingOfTask(means.course, task)) : caseSummary(session, await endOf(session, request, means))
  return withLeftOut(screen, leftOut, 'finding')
}

async function endOf(session: Session, request: Request, means: Means): Promise<CaseEnd> {
  const { course } = means
  const one = caseOf(session, course)
  const missed = session.tasks.flatMap((task, position) => {
    const words = findingOfTask(course, task)
    const isMissed = isAnswered(session, position) && !isTaskRight(task, session.steps.get(position)?.chosen ?? [])
    return isMissed && words !== null ? [{ owner: labelName(words, task.key[0]), change: words.change }] : []
  })
  const next = nextAfter(session.about, await choicesOf(request, means))
  return { title: one?.title ?? 'A case that is no longer in the course', closing: one?.closing ?? null, missed, next, again: one?.id ?? null }
}
