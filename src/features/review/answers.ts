// Starts a review, shows where it stands, takes its answers, and sets items aside. Reviews live in the direct messages.
import { readTime } from '../../commands/values/time.ts'
import { lapsesOfLeech } from '../../core/memory.ts'
import { nextReminder } from '../../core/reminder.ts'
import { mostAtOnce, nextDue, type ReviewPick } from '../../core/review.ts'
import { isAnswered, isTaskRight, type Act, type Session, type SessionId, type Task } from '../../core/session.ts'
import { reviewTasks } from '../../course/review-items.ts'
import { chooseAgain } from '../../screens/choose-again.ts'
import { directPointer } from '../../screens/direct-pointer.ts'
import { withLeftOut } from '../../screens/left-out.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { noLongerActive } from '../../screens/notice.ts'
import type { Press, Reply, Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { sessionIdOf } from '../../screens/session-controls.ts'
import type { ToRead } from '../../screens/to-read.ts'
import type { Answers } from '../feature.ts'
import { askedNow, isHeldBack } from '../held-back.ts'
import { accountOf, learnerOf } from '../learner.ts'
import { leaveOutChanged } from '../leave-out-changed.ts'
import { withCourseOf, withOwnCourse } from '../own-course.ts'
import { startInstead, withReplaced } from '../own-session.ts'
import type { Means } from '../services.ts'
import { asideScreen } from './aside-screen.ts'
import { asideIn, missedInExam, mistakesToReview, pickDue, reviewable, shownOf, type CanReview } from './due-items.ts'
import type { review } from './face.ts'
import { quietScreen, remindedScreen } from './reminder-screen.ts'
import { aboutOf, heldBackScreen, noMisses, noMistakes, nothingDue, reviewScreen, reviewSummary, type Leech } from './review-screen.ts'

export const commands: Answers<typeof review>['commands'] = {
  review: ({ show, items, remind }, request, means) => {
    if (remind !== undefined && (show !== undefined || items !== undefined)) return misunderstood('Set a reminder on its own: leave the rest out.', means.commands.find('review'))
    if (items !== undefined && (items < 1 || items > mostAtOnce)) return misunderstood(`Choose 1 to ${mostAtOnce}.`, means.commands.find('review'))
    if (remind?.toLowerCase() === 'off') return turnOff(request, means)
    if (remind !== undefined) return remindAt(remind, request, means)
    switch (show) {
      case 'exam':
        return ofExam(request, means)
      case 'mistakes':
        return ofMistakes(request, means)
      case 'aside':
        return listAside(request, means)
      case 'off':
        return turnOff(request, means)
      case undefined:
        return goOn(request, means, items)
    }
  },
}

export const controls: Answers<typeof review>['controls'] = {
  answer: ({ session, position, choice }, press, means) => answer(session, position, choice === null ? press.chosen : [choice], press, means),
  go: ({ session, position, to }, press, means) => act(session, { kind: 'go', position, to }, press, means),
  mark: ({ session, position, mark }, press, means) => act(session, { kind: mark, position }, press, means),
  end: ({ session }, press, means) => act(session, { kind: 'end' }, press, means),
  show: ({ session }, press, means) => show(session, press, means),
  flip: ({ session, position }, press, means) => flip(session, position, press, means),
  aside: ({ session, position, aside }, press, means) => setAside(session, position, aside === 'yes', press, means),
  back: ({ item }, press, means) => takeBack(item, press, means),
  asideList: ({ page }, press, means) => listAside(press, means, page),
  quiet: (_, press, means) => turnOff(press, means),
}

/** The review that is running, wherever it was started; or else a new one of what is due. */
async function goOn(request: Request, means: Means, most?: number): Promise<Screen | Reply> {
  const running = await means.ledger.sessions.running(accountOf(request), 'review')
  if (running !== undefined) return present(running, request, means)
  const from = await reviewable(request, means)
  const picked = pickDue(from, most)
  return picked.items.length === 0 ? nothingDue(nextDue(from)) : start(picked, from, request, means)
}

async function ofExam(request: Request, means: Means): Promise<Screen | Reply> {
  const from = await reviewable(request, means)
  const picked = await missedInExam(from, means)
  if (picked === undefined) return goOn(request, means)
  return picked.items.length === 0 ? noMisses() : start(picked, from, request, means)
}

/** A second press shows the review that the first one started. */
async function ofMistakes(request: Request, means: Means): Promise<Screen | Reply> {
  const running = await means.ledger.sessions.running(accountOf(request), 'review')
  if (running?.about === mistakes) return present(running, request, means)
  const from = await reviewable(request, means)
  const picked = await mistakesToReview(from, means)
  return picked.items.length === 0 ? noMistakes() : start(picked, from, request, means, mistakes)
}

/** What a review of these is about, in place of how many are due. */
const mistakes = '*mistakes'

async function start({ items, due }: ReviewPick, { course, zone }: CanReview, request: Request, means: Means, about = String(due)): Promise<Screen | Reply> {
  const id = sessionIdOf(request.event, 'review')
  const tasks = reviewTasks(course, items, id)
  const started = await startInstead(accountOf(request), { id, kind: 'review', about, tasks, zone, startedAt: request.at, endsAt: null }, means)
  const shown = await present(started.session, request, means)
  if (!('to' in shown)) return withReplaced(shown, started)
  return shown.to === 'direct' ? { ...shown, screen: withReplaced(shown.screen, started) } : shown
}

/** What changed in the course since then can't be answered, and neither can a question that is open in a channel. */
async function answer(id: SessionId, position: number, chosen: readonly string[], press: Press, means: Means): Promise<Screen | Reply> {
  const session = await means.ledger.sessions.find(accountOf(press), id)
  if (session === undefined) return noLongerActive()
  const [asked, { course }] = await Promise.all([askedNow(press, means), withCourseOf(session, press, means)])
  const takes = (task: Task) => shownOf(course, task).words !== null && !isHeldBack(task, asked)
  return act(id, { kind: 'answer', position, chosen, takes }, press, means)
}

async function act(id: SessionId, what: Act, press: Press, means: Means): Promise<Screen | Reply> {
  const acted = await means.ledger.sessions.act(accountOf(press), id, what, press.at)
  if (acted === undefined) return noLongerActive()
  if (acted.verdict === 'bad-choice') return chooseAgain(acted.session.tasks[acted.session.position]?.key.length ?? 1)
  return present(acted.session, press, means)
}

async function show(id: SessionId, request: Request, means: Means): Promise<Screen | Reply> {
  const session = await means.ledger.sessions.find(accountOf(request), id)
  return session === undefined ? noLongerActive() : present(session, request, means)
}

async function flip(id: SessionId, position: number, press: Press, means: Means): Promise<Screen | Reply> {
  const session = await means.ledger.sessions.find(accountOf(press), id)
  const task = session?.tasks[position]
  const isHere = session?.endedAt === null && session.position === position && !isAnswered(session, position)
  if (!isHere || task === undefined) return show(id, press, means)
  return direct(reviewScreen(session, shownOf((await withCourseOf(session, press, means)).course, task), 'back', null))
}

async function setAside(id: SessionId, position: number, aside: boolean, press: Press, means: Means): Promise<Screen | Reply> {
  const session = await means.ledger.sessions.find(accountOf(press), id)
  const task = session?.tasks[position]
  if (session === undefined || task === undefined) return noLongerActive()
  // A button of an earlier task is old, and changes nothing.
  if (session.endedAt === null && session.position === position) await means.ledger.memories.setPaused(accountOf(press), task.item, aside, press.at)
  return present(session, press, means)
}

async function present(found: Session, request: Request, means: Means): Promise<Screen | Reply> {
  const known = await withCourseOf(found, request, means)
  const { session, leftOut } = await leaveOutChanged(found, (task) => shownOf(known.course, task).words === null, request, means)
  const shown = await replyOf(session, request, known)
  return 'screen' in shown ? { ...shown, screen: withLeftOut(shown.screen, leftOut, 'item') } : shown
}

/** Goes on from a card that has its grade, unless there is something to say about it. */
async function replyOf(session: Session, request: Request, means: Means): Promise<Screen | Reply> {
  const { position } = session
  const task = session.tasks[position]
  if (session.endedAt !== null || task === undefined) return summary(session, request, means)
  if (!isAnswered(session, position) && isHeldBack(task, await askedNow(request, means))) return direct(heldBackScreen(session))
  const shown = shownOf(means.course, task)
  const leech = await leechAt(session, request, means)
  if (shown.kind === 'card' && isAnswered(session, position) && leech === null) {
    const acted = await means.ledger.sessions.act(accountOf(request), session.id, { kind: 'go', position, to: position + 1 }, request.at)
    return acted === undefined ? noLongerActive() : present(acted.session, request, means)
  }
  return direct(reviewScreen(session, shown, 'front', leech))
}

/** Of what was just forgotten once more. */
async function leechAt({ tasks, steps, position }: Session, request: Request, { ledger }: Means): Promise<Leech | null> {
  const [task, step] = [tasks[position], steps.get(position)]
  if (task === undefined || step === undefined || step.chosen.length === 0 || isTaskRight(task, step.chosen)) return null
  const { memories, paused } = await ledger.memories.of(accountOf(request))
  const lapses = memories.get(task.item)?.lapses ?? 0
  return lapses < lapsesOfLeech ? null : { lapses, aside: paused.has(task.item) }
}

async function summary(session: Session, request: Request, means: Means): Promise<Reply> {
  const more = pickDue(await reviewable(request, means)).items.length > 0
  return direct(reviewSummary(session, missedIn(session, means.course), more))
}

function missedIn(session: Session, course: Means['course']): readonly ToRead[] {
  return session.tasks.flatMap((task, position) => {
    const shown = shownOf(course, task)
    const source = shown.words?.sources[0]
    const isMissed = isAnswered(session, position) && !isTaskRight(task, session.steps.get(position)?.chosen ?? [])
    const topic = source === undefined && shown.kind === 'question' ? shown.words?.reference : aboutOf(shown)
    return isMissed && topic !== undefined ? [{ topic, source }] : []
  })
}

async function listAside(request: Request, means: Means, page = 0): Promise<Screen> {
  const { ledger, course } = await withOwnCourse(request, means)
  return asideScreen(asideIn(course, (await ledger.memories.of(accountOf(request))).paused), page)
}

async function takeBack(item: string, press: Press, means: Means): Promise<Screen> {
  const { paused } = await means.ledger.memories.of(accountOf(press))
  if (paused.has(item)) await means.ledger.memories.setPaused(accountOf(press), item, false, press.at)
  return listAside(press, means)
}

async function remindAt(typed: string, request: Request, means: Means): Promise<Screen> {
  const time = readTime(typed)
  if ('problem' in time) return misunderstood(time.problem, means.commands.find('review'))
  const { account, zone } = await learnerOf(request, means)
  const reminder = { time: time.value, zone }
  await means.ledger.reminders.set(account, { ...reminder, nextAt: nextReminder(account, reminder, means.now()) })
  return remindedScreen(reminder)
}

async function turnOff(request: Request, { ledger }: Means): Promise<Screen> {
  await ledger.reminders.set(accountOf(request), null)
  return quietScreen()
}

const direct = (screen: Screen): Reply => ({ to: 'direct', screen, pointer: directPointer('Your review') })
