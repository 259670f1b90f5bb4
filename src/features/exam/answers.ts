// What people do with exams: start, answer, submit, give up, look back. Exams live in the direct messages.
import { isAnswered, isTimeUp, type Act, type Session, type SessionId, type Task } from '../../core/session.ts'
import { wordsOfTask } from '../../course/study-tasks.ts'
import { askedAgain } from '../../screens/choose-again.ts'
import { directPointer } from '../../screens/direct-pointer.ts'
import { withLeftOut } from '../../screens/left-out.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { noLongerActive } from '../../screens/notice.ts'
import type { Press, Reply, Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Answers } from '../feature.ts'
import { askedNow, isHeldBack } from '../held-back.ts'
import { leaveOutChanged } from '../leave-out-changed.ts'
import { accountOf } from '../learner.ts'
import { readTopics } from '../read-topics.ts'
import type { Means } from '../services.ts'
import { examScreen, giveUpScreen, overviewScreen, runningScreen, submitScreen } from './exam-screen.ts'
import { examControls, mostTopics, topicMark, type exam } from './face.ts'
import { historyScreen, missScreen, resultScreen } from './result-screen.ts'
import { available, earlierExams, resultIn, startExam, titlesOf, topicTitles } from './start-exam.ts'
import { givenUpScreen, noneRunning, noQuestions, startScreen } from './start-screen.ts'
import { aboutOf, wantedIn, type Wanted } from './wanted.ts'

const [fewest, most, usual] = [5, 65, 20]

export const commands: Answers<typeof exam>['commands'] = {
  exam: ({ questions, show, topics }, request, means) => {
    switch (show) {
      case 'history':
        return history(request, means)
      case 'retake':
        return retake(request, means)
      case 'submit':
        return ofRunning(request, means, ({ id }) => submit(id, false, request, means))
      case 'give-up':
        return ofRunning(request, means, ({ id }) => quit(id, false, { questions: 0, topics: [] }, request, means))
      case undefined:
        return open({ questions, topics }, request, means)
    }
  },
}

export const controls: Answers<typeof exam>['controls'] = {
  answer: ({ session, position, choice }, press, means) => act(session, { kind: 'answer', position, chosen: choice === null ? press.chosen : [choice] }, press, means),
  go: ({ session, position, to }, press, means) => act(session, { kind: 'go', position, to }, press, means),
  mark: ({ session, position, mark }, press, means) => act(session, { kind: mark, position }, press, means),
  show: ({ session }, press, means) => own(session, press, means, async (found) => direct(await screenOf(found, press, means), found)),
  start: ({ questions, topics }, press, means) => begin({ questions, topics: topicsMarked(topics, means) }, press, means),
  submit: ({ session, sure }, press, means) => submit(session, sure === 'yes', press, means),
  quit: ({ session, sure, questions, topics }, press, means) => quit(session, sure === 'yes', { questions, topics: topicsMarked(topics, means) }, press, means),
  result: ({ session, page }, press, means) => own(session, press, means, async (found) => direct(await screenOf(found, press, means, { page }), found)),
  miss: ({ session, position }, press, means) => own(session, press, means, async (found) => direct(await missOf(found, position, press, means), found)),
  picture: ({ session }, press, means) => own(session, press, means, async (found) => direct(await screenOf(found, press, means, { picture: true }), found)),
  history: (_, press, means) => history(press, means),
}

/** The exam that is running, or what a new one would be. */
async function open({ questions, topics }: { readonly questions: number | undefined; readonly topics: string | undefined }, request: Request, means: Means): Promise<Screen | Reply> {
  const { course, ledger } = means
  const spec = means.commands.find('exam')
  if (questions !== undefined && (questions < fewest || questions > most)) return misunderstood(`Choose ${fewest} to ${most} questions.`, spec)
  const read = readTopics(topics ?? 'all', course)
  if ('problem' in read) return misunderstood(read.problem, spec)
  if (read.value.length > mostTopics) return misunderstood(`Choose up to ${mostTopics} topics, or leave them out for all.`, spec)
  const wanted: Wanted = { questions: questions ?? usual, topics: read.value }
  const running = await current(await ledger.sessions.running(accountOf(request), 'exam'), request, means)
  if (running === undefined) {
    const [latest] = await earlierExams(request, means, 1)
    const all = await available({ ...wanted, questions: most }, request, means)
    if (all === 0) return noQuestions()
    return startScreen({ wanted, available: all, topics: topicTitles(wanted.topics, course), latest })
  }
  const isAnother = running.endedAt === null && (questions !== undefined || topics !== undefined) && running.about !== aboutOf(wanted)
  return direct(isAnother ? runningScreen(running, wanted) : await screenOf(running, request, means), running)
}

/** What a new exam like the last one would be. */
async function retake(request: Request, means: Means): Promise<Screen | Reply> {
  const [latest] = await earlierExams(request, means, 1)
  if (latest === undefined) return open({ questions: undefined, topics: undefined }, request, means)
  const { questions, topics } = wantedIn(latest.session)
  return open({ questions, topics: topics.length === 0 ? undefined : topics.join(',') }, request, means)
}

async function ofRunning(request: Request, means: Means, then: (session: Session) => Promise<Screen | Reply>): Promise<Screen | Reply> {
  const running = await means.ledger.sessions.running(accountOf(request), 'exam')
  return running === undefined ? noneRunning() : then(running)
}

/** A press that finds an exam already running posts no second message with it: it says so where it was pressed. */
async function begin(wanted: Wanted, request: Request, means: Means): Promise<Reply | Screen> {
  const started = await startExam(wanted, request, means)
  const session = await current(started?.session, request, means)
  if (started === undefined || session === undefined) return noQuestions()
  return started.isNew || session.endedAt !== null ? direct(await screenOf(session, request, means), session) : runningScreen(session)
}

async function act(id: SessionId, what: Act, request: Request, means: Means): Promise<Screen | Reply> {
  const acted = await means.ledger.sessions.act(accountOf(request), id, what, request.at)
  if (acted === undefined) return noLongerActive()
  if (acted.verdict === 'bad-choice') return direct(askedAgain(await screenOf(acted.session, request, means), acted.session.tasks[acted.session.position]?.key.length ?? 1), acted.session)
  return direct(await screenOf(acted.session, request, means), acted.session)
}

async function own(id: SessionId, request: Request, means: Means, shown: (session: Session) => Screen | Reply | Promise<Screen | Reply>): Promise<Screen | Reply> {
  const session = await current(await means.ledger.sessions.find(accountOf(request), id), request, means)
  return session === undefined ? noLongerActive() : shown(session)
}

/** Ends it first if its time is up; the clock of the bot does that only later. */
async function current(session: Session | undefined, request: Request, { ledger }: Means): Promise<Session | undefined> {
  if (session === undefined || session.endedAt !== null || !isTimeUp(session, request.at)) return session
  return (await ledger.sessions.act(accountOf(request), session.id, { kind: 'end' }, request.at))?.session
}

function submit(id: SessionId, sure: boolean, request: Request, means: Means): Promise<Screen | Reply> {
  return own(id, request, means, (session) => {
    const open = session.tasks.filter((task, position) => !isAnswered(session, position) && wordsOfTask(means.course, task) !== null).length
    return session.endedAt === null && open > 0 && !sure ? direct(submitScreen(session, open), session) : act(id, { kind: 'end' }, request, means)
  })
}

/** An old button starts nothing: only what was given up by this press is followed by another. */
function quit(id: SessionId, sure: boolean, next: Wanted, request: Request, means: Means): Promise<Screen | Reply> {
  return own(id, request, means, async (session) => {
    if (session.endedAt !== null) {
      const latest = (await means.ledger.sessions.running(accountOf(request), 'exam')) ?? session
      return direct(await screenOf(latest, request, means), latest)
    }
    if (!sure) {
      const yes = examControls.quit.text({ session: id, sure: 'yes', questions: next.questions, topics: next.topics.map(topicMark) })
      return direct(giveUpScreen(session, yes, next.questions > 0), session)
    }
    const acted = await means.ledger.sessions.act(accountOf(request), id, { kind: 'abandon' }, request.at)
    if (acted === undefined) return noLongerActive()
    return acted.verdict === 'done' && next.questions > 0 ? begin(next, request, means) : direct(await screenOf(acted.session, request, means), acted.session)
  })
}

async function history(request: Request, means: Means): Promise<Screen> {
  const running = await current(await means.ledger.sessions.running(accountOf(request), 'exam'), request, means)
  return historyScreen(await earlierExams(request, means, 10), running?.endedAt === null ? running : undefined)
}

function direct(screen: Screen, { endsAt, endedAt, zone }: Session): Reply {
  const end = endsAt === null || endedAt !== null ? undefined : { at: endsAt, zone }
  return { to: 'direct', screen, pointer: directPointer('Your exam', end) }
}

async function screenOf(found: Session, request: Request, means: Means, { page = 0, picture = false }: { readonly page?: number; readonly picture?: boolean } = {}): Promise<Screen> {
  const { course } = means
  const isChanged = (each: Task) => wordsOfTask(course, each) === null
  const { session, leftOut } = await leaveOutChanged(found, isChanged, request, means)
  if (session.endedAt !== null) return session.abandoned ? givenUpScreen() : resultScreen({ session, result: resultIn(course, session, await askedNow(request, means)), titles: titlesOf(course), page, picture })
  const task = session.tasks[session.position]
  const changed = new Set(session.tasks.flatMap((each, at) => (isChanged(each) ? [at] : [])))
  const screen = task === undefined ? overviewScreen(session, { topics: topicTitles(wantedIn(session).topics, course), changed }) : examScreen(session, wordsOfTask(course, task), changed)
  return withLeftOut(screen, leftOut, 'question')
}

/** A question is explained only once the exam is over, and not while a channel is being asked it. */
async function missOf(session: Session, position: number, press: Press, means: Means): Promise<Screen> {
  const task = session.tasks[position]
  const asked = await askedNow(press, means)
  const { missed } = resultIn(means.course, session, asked)
  if (session.endedAt === null || session.abandoned || task === undefined || !missed.includes(position)) return screenOf(session, press, means)
  const words = isHeldBack(task, asked) ? 'held-back' : (wordsOfTask(means.course, task) ?? 'changed')
  return missScreen(session, position, words, missed)
}

const topicsMarked = (marks: readonly string[], { course }: Means): readonly string[] => course.topics.filter(({ id }) => marks.includes(topicMark(id))).map(({ id }) => id)
