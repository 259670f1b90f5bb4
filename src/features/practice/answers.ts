// Starts a practice, shows where it stands, and takes its answers.
import { aboutFor } from '../../core/asked-for.ts'
import { mistakesIn } from '../../core/mistakes.ts'
import { pickPractice } from '../../core/practice.ts'
import type { QuestionWords } from '../../core/question.ts'
import type { QuestionId } from '../../core/quiz.ts'
import { isAnswered, type Act, type Session, type SessionId, type Task } from '../../core/session.ts'
import { topicTitle } from '../../course/topic-of.ts'
import { questionOf, questionTasks, wordsOfTask } from '../../course/study-tasks.ts'
import { askedAgain } from '../../screens/choose-again.ts'
import { withLeftOut } from '../../screens/left-out.ts'
import { missedAtOnce } from '../../screens/missed-control.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { noLongerActive } from '../../screens/notice.ts'
import { sessionIdOf } from '../../screens/session-controls.ts'
import type { Press, Reply, Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Answers } from '../feature.ts'
import { askedNow, isHeldBack } from '../held-back.ts'
import { accountOf, learnerOf } from '../learner.ts'
import { leaveOutChanged } from '../leave-out-changed.ts'
import { asksForTeam, nothingFromTeam, withCourseOf, withOwnCourse, withTeamTopic } from '../own-course.ts'
import { isWanted, startInstead, withReplaced } from '../own-session.ts'
import { readTopics } from '../read-topics.ts'
import type { Means } from '../services.ts'
import type { practice } from './face.ts'
import { missedIn, nothingMissed, nothingToPractice, practiceScreen, summaryScreen, type ToRead } from './practice-screen.ts'

const [fewest, most, usual] = [1, 50, 10]

export const commands: Answers<typeof practice>['commands'] = {
  practice: ({ questions, topics }, request, means) => start(questions, topics, request, means),
}

export const controls: Answers<typeof practice>['controls'] = {
  answer: ({ session, position, choice }, press, means) => answer(session, position, choice === null ? press.chosen : [choice], press, means),
  go: ({ session, position, to }, press, means) => act(session, { kind: 'go', position, to }, press, means),
  mark: ({ session, position, mark }, press, means) => act(session, { kind: mark, position }, press, means),
  end: ({ session }, press, means) => act(session, { kind: 'end' }, press, means),
  show: ({ session }, press, means) => show(session, press, means),
  missed: (_, press, means) => startMissed(press, means),
}

/** The practice that is running, wherever it was started; or else a new one. */
async function start(count: number | undefined, topics: string | undefined, request: Request, means: Means): Promise<Screen> {
  const { ledger } = means
  if (count !== undefined && (count < fewest || count > most)) return misunderstood(`Choose ${fewest} to ${most} questions.`, means.commands.find('practice'))
  const { course } = await withOwnCourse(request, means)
  const wanted = readTopics(topics ?? 'all', withTeamTopic(course, 'questions'))
  if ('problem' in wanted && topics !== undefined && asksForTeam(topics)) return nothingFromTeam('questions')
  if ('problem' in wanted) return misunderstood(wanted.problem, means.commands.find('practice'))
  const { account, zone, day } = await learnerOf(request, means)
  const running = await ledger.sessions.running(account, 'practice')
  const about = wanted.value.length === 0 ? null : wanted.value.join(',')
  // The same command goes on; one that asks for other questions starts anew, and what was answered so far is saved.
  if (running !== undefined && isWanted(running, { count, about: topics === undefined ? undefined : about })) return present(running, request, means)
  const { memories, paused } = await ledger.memories.of(account)
  const open = await ledger.rounds.askedNow(account, request.group)
  const questions = course.questions.filter(({ id, topic }) => !open.has(id) && !paused.has(`question:${id}`) && (wanted.value.length === 0 || wanted.value.includes(topic)))
  const id = sessionIdOf(request.event, 'practice')
  const picked = pickPractice({ questions, weights: means.bank.weights, memories, day, seed: id }, count ?? usual)
  if (picked.length === 0) return nothingToPractice()
  const session = { id, kind: 'practice', about: aboutFor(about, count, picked.length), tasks: questionTasks(course, picked, id), zone, startedAt: request.at, endsAt: null } as const
  const started = await startInstead(account, session, means)
  return withReplaced(await present(started.session, request, means), started)
}

/** What stands in the session for what it is about: no topic is called so. */
const mistakes = '*mistakes'

/** What the learner got wrong when they were last asked, the latest first. A second press shows the practice that the first one started. */
async function startMissed(request: Request, means: Means): Promise<Screen> {
  const { ledger } = means
  const { account, zone } = await learnerOf(request, means)
  const running = await ledger.sessions.running(account, 'practice')
  if (running?.about === mistakes) return present(running, request, means)
  const { course } = await withOwnCourse(request, means)
  const [log, { paused }, open] = await Promise.all([ledger.memories.log(account, ''), ledger.memories.of(account), ledger.rounds.askedNow(account, request.group)])
  const missed = mistakesIn(log).flatMap(({ item }) => questionOf(course, item)?.id ?? [])
  const wanted = missed.filter((id) => !open.has(id) && !paused.has(`question:${id}`)).slice(0, missedAtOnce)
  if (wanted.length === 0) return nothingMissed()
  const id = sessionIdOf(request.event, 'practice')
  const session = { id, kind: 'practice', about: mistakes, tasks: questionTasks(course, wanted, id), zone, startedAt: request.at, endsAt: null } as const
  const started = await startInstead(account, session, means)
  return withReplaced(await present(started.session, request, means), started)
}

async function act(id: SessionId, what: Act, press: Press, means: Means): Promise<Screen | Reply> {
  const acted = await means.ledger.sessions.act(accountOf(press), id, what, press.at)
  if (acted === undefined) return noLongerActive()
  if (acted.verdict === 'bad-choice') return askedAgain(await present(acted.session, press, means), acted.session.tasks[acted.session.position]?.key.length ?? 1)
  return present(acted.session, press, means)
}

async function show(id: SessionId, request: Request, means: Means): Promise<Screen> {
  const session = await means.ledger.sessions.find(accountOf(request), id)
  return session === undefined ? noLongerActive() : present(session, request, means)
}

async function present(found: Session, request: Request, means: Means): Promise<Screen> {
  const known = await withCourseOf(found, request, means)
  const { session, leftOut } = await leaveOutChanged(found, (task) => wordsOfTask(known.course, task) === null, request, means)
  return withLeftOut(await screenOf(session, request, known), leftOut, 'question')
}

async function screenOf(session: Session, request: Request, means: Means): Promise<Screen> {
  const task = session.tasks[session.position]
  if (session.endedAt !== null || task === undefined) return summaryScreen(session, toRead(session, means.course))
  return practiceScreen(session, isAnswered(session, session.position) ? (wordsOfTask(means.course, task) ?? 'changed') : wordsNow(task, await askedNow(request, means), means))
}

/** A question that changed in the course since then can't be answered, and neither can one that is open in a channel. */
async function answer(id: SessionId, position: number, chosen: readonly string[], press: Press, means: Means): Promise<Screen | Reply> {
  const session = await means.ledger.sessions.find(accountOf(press), id)
  if (session === undefined) return noLongerActive()
  const [asked, known] = await Promise.all([askedNow(press, means), withCourseOf(session, press, means)])
  const takes = (task: Task) => typeof wordsNow(task, asked, known) !== 'string'
  return act(id, { kind: 'answer', position, chosen, takes }, press, means)
}

function wordsNow(task: Task, asked: ReadonlySet<QuestionId>, { course }: Pick<Means, 'course'>): QuestionWords | 'changed' | 'held-back' {
  const words = wordsOfTask(course, task)
  if (words === null) return 'changed'
  return isHeldBack(task, asked) ? 'held-back' : words
}

/** The most that anybody reads after a practice. */
const readingShown = 3

function toRead(session: Session, course: Means['course']): readonly ToRead[] {
  const missed = missedIn(session).flatMap((position) => {
    const question = questionOf(course, session.tasks[position]?.item ?? '')
    return question === undefined ? [] : [question]
  })
  const byTopic = new Map(missed.map((question) => [question.topic, question]))
  return [...byTopic].slice(0, readingShown).map(([topic, { sources: [source], team }]) => ({ topic: source === undefined ? (team?.reference ?? topic) : topicTitle(course, topic), source }))
}
