// Starts a drill, shows where it stands, and takes its answers.
import { aboutFor } from '../../core/asked-for.ts'
import { pickEvenly } from '../../core/pick-items.ts'
import { isAnswered, isTaskRight, type Act, type Session, type SessionId } from '../../core/session.ts'
import { controlsToDrill, drillOfTask, drillTasks, dutiesToDrill } from '../../course/drill-tasks.ts'
import { withLeftOut } from '../../screens/left-out.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { noLongerActive } from '../../screens/notice.ts'
import type { Press, Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { sessionIdOf } from '../../screens/session-controls.ts'
import type { Answers } from '../feature.ts'
import { accountOf, learnerOf } from '../learner.ts'
import { leaveOutChanged } from '../leave-out-changed.ts'
import { isWanted, startInstead, withReplaced } from '../own-session.ts'
import type { Means } from '../services.ts'
import { drillScreen, drillSummary, isOnControls, nothingToDrill, type Missed } from './drill-screen.ts'
import type { drill } from './face.ts'

const [fewest, most, usual] = [1, 50, 10]

export const commands: Answers<typeof drill>['commands'] = {
  drill: ({ what, count }, request, means) => start(what, count, request, means),
}

export const controls: Answers<typeof drill>['controls'] = {
  answer: ({ session, position, choice }, press, means) => answer(session, position, choice === null ? press.chosen : [choice], press, means),
  go: ({ session, position, to }, press, means) => act(session, { kind: 'go', position, to }, press, means),
  mark: ({ session }, press, means) => show(session, press, means),
  end: ({ session }, press, means) => act(session, { kind: 'end' }, press, means),
  show: ({ session }, press, means) => show(session, press, means),
}

/** The drill that is running, if it is of the kind that was asked for; or else a new one. */
async function start(what: 'duties' | 'controls' | undefined, count: number | undefined, request: Request, means: Means): Promise<Screen> {
  const { ledger, course } = means
  if (count !== undefined && (count < fewest || count > most)) return misunderstood(`Choose ${fewest} to ${most}.`, means.commands.find('drill'))
  const { account, zone, day } = await learnerOf(request, means)
  const running = await ledger.sessions.running(account, 'drill')
  const isSame = running !== undefined && (what === undefined || isOnControls(running) === (what === 'controls'))
  if (isSame && isWanted(running, { count, about: undefined })) return present(running, request, means)
  const can = canDrill(course)
  const on = what ?? (can.duties || !can.controls ? 'duties' : 'controls')
  const { memories, paused } = await ledger.memories.of(account)
  const groups = (on === 'controls' ? controlsToDrill(course) : dutiesToDrill(course)).map((items) => items.filter((item) => !paused.has(item)))
  const id = sessionIdOf(request.event, 'drill')
  const tasks = drillTasks(course, pickEvenly({ groups, memories, day, seed: id }, count ?? usual))
  if (tasks.length === 0) return nothingToDrill(on, can)
  const about = aboutFor(on === 'controls' ? on : null, count, tasks.length)
  const started = await startInstead(account, { id, kind: 'drill', about, tasks, zone, startedAt: request.at, endsAt: null }, means)
  return withReplaced(await present(started.session, request, means), started)
}

/** What was changed since the drill began takes no answer. */
function answer(id: SessionId, position: number, chosen: readonly string[], press: Press, means: Means): Promise<Screen> {
  return act(id, { kind: 'answer', position, chosen, takes: (task) => drillOfTask(means.course, task) !== null }, press, means)
}

async function act(id: SessionId, what: Act, press: Press, means: Means): Promise<Screen> {
  const acted = await means.ledger.sessions.act(accountOf(press), id, what, press.at)
  return acted === undefined ? noLongerActive() : present(acted.session, press, means)
}

async function show(id: SessionId, request: Request, means: Means): Promise<Screen> {
  const session = await means.ledger.sessions.find(accountOf(request), id)
  return session === undefined ? noLongerActive() : present(session, request, means)
}

async function present(found: Session, request: Request, means: Means): Promise<Screen> {
  const { session, leftOut } = await leaveOutChanged(found, (task) => drillOfTask(means.course, task) === null, request, means)
  return withLeftOut(screenOf(session, means), leftOut, isOnControls(session) ? 'control' : 'task')
}

function screenOf(session: Session, { course }: Pick<Means, 'course'>): Screen {
  const task = session.tasks[session.position]
  if (session.endedAt === null && task !== undefined) return drillScreen(session, drillOfTask(course, task))
  return drillSummary(session, missedIn(session, course), canDrill(course))
}

const canDrill = (course: Means['course']) => ({ duties: dutiesToDrill(course).flat().length > 0, controls: controlsToDrill(course).flat().length > 0 })

function missedIn(session: Session, course: Means['course']): readonly Missed[] {
  return session.tasks.flatMap((task, position) => {
    const words = drillOfTask(course, task)
    const isMissed = isAnswered(session, position) && !isTaskRight(task, session.steps.get(position)?.chosen ?? [])
    return isMissed && words !== null ? [{ task, words }] : []
  })
}
