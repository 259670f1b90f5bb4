// Starts flashcards, shows where they stand, and takes the grades.
import { aboutFor } from '../../core/asked-for.ts'
import { pickItems } from '../../core/pick-items.ts'
import { isAnswered, isTaskRight, type Act, type Session, type SessionId, type Task } from '../../core/session.ts'
import { itemId, readItem } from '../../core/study-item.ts'
import { cardOfTask, cardTasks } from '../../course/card-tasks.ts'
import { withLeftOut } from '../../screens/left-out.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { noLongerActive } from '../../screens/notice.ts'
import type { Press, Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { sessionIdOf } from '../../screens/session-controls.ts'
import type { ToRead } from '../../screens/to-read.ts'
import type { Answers } from '../feature.ts'
import { accountOf, learnerOf } from '../learner.ts'
import { leaveOutChanged } from '../leave-out-changed.ts'
import { asksForTeam, nothingFromTeam, withCourseOf, withOwnCourse, withTeamTopic } from '../own-course.ts'
import { isWanted, startInstead, withReplaced } from '../own-session.ts'
import { readTopics } from '../read-topics.ts'
import type { Means } from '../services.ts'
import { cardScreen, cardsSummary, noCards } from './cards-screen.ts'
import type { cards } from './face.ts'

const [fewest, most, usual] = [1, 50, 10]

export const commands: Answers<typeof cards>['commands'] = {
  cards: ({ cards, topics }, request, means) => start(cards, topics, request, means),
}

export const controls: Answers<typeof cards>['controls'] = {
  answer: ({ session, position, choice }, press, means) => grade(session, position, choice, press, means),
  go: ({ session, position, to }, press, means) => act(session, { kind: 'go', position, to }, press, means),
  mark: ({ session }, press, means) => show(session, press, means),
  end: ({ session }, press, means) => act(session, { kind: 'end' }, press, means),
  show: ({ session }, press, means) => show(session, press, means),
  flip: ({ session, position }, press, means) => flip(session, position, press, means),
}

/** The cards that are running, wherever they were started; or else new ones. */
async function start(count: number | undefined, topics: string | undefined, request: Request, means: Means): Promise<Screen> {
  const { ledger } = means
  if (count !== undefined && (count < fewest || count > most)) return misunderstood(`Choose ${fewest} to ${most} cards.`, means.commands.find('cards'))
  const { course } = await withOwnCourse(request, means)
  const wanted = readTopics(topics ?? 'all', withTeamTopic(course, 'flashcards'))
  if ('problem' in wanted && topics !== undefined && asksForTeam(topics)) return nothingFromTeam('flashcards')
  if ('problem' in wanted) return misunderstood(wanted.problem, means.commands.find('cards'))
  const { account, zone, day } = await learnerOf(request, means)
  const running = await ledger.sessions.running(account, 'cards')
  const about = wanted.value.length === 0 ? null : wanted.value.join(',')
  if (running !== undefined && isWanted(running, { count, about: topics === undefined ? undefined : about })) return present(running, request, means)
  const { memories, paused } = await ledger.memories.of(account)
  const all = course.flashcards.filter(({ topic }) => wanted.value.length === 0 || wanted.value.includes(topic)).map(({ id }) => itemId('card', id))
  const items = all.filter((item) => !paused.has(item))
  if (items.length === 0) return noCards(course.flashcards.length === 0 ? 'none' : all.length > 0 ? 'aside' : 'not-on-topic')
  const id = sessionIdOf(request.event, 'cards')
  const ids = pickItems({ items, memories, day, seed: id }, count ?? usual).map((item) => readItem(item).id)
  const started = await startInstead(account, { id, kind: 'cards', about: aboutFor(about, count, ids.length), tasks: cardTasks(course, ids), zone, startedAt: request.at, endsAt: null }, means)
  return withReplaced(await present(started.session, request, means), started)
}

/** A grade leads to the next card at once. A card that was changed takes none. */
async function grade(id: SessionId, position: number, choice: string | null, press: Press, means: Means): Promise<Screen> {
  const session = await means.ledger.sessions.find(accountOf(press), id)
  if (session === undefined) return noLongerActive()
  const { course } = await withCourseOf(session, press, means)
  const takes = (task: Task) => cardOfTask(course, task) !== null
  return act(id, { kind: 'answer', position, chosen: choice === null ? press.chosen : [choice], takes }, press, means)
}

async function act(id: SessionId, what: Act, press: Press, means: Means): Promise<Screen> {
  const acted = await means.ledger.sessions.act(accountOf(press), id, what, press.at)
  return acted === undefined ? noLongerActive() : present(acted.session, press, means)
}

async function show(id: SessionId, request: Request, means: Means): Promise<Screen> {
  const session = await means.ledger.sessions.find(accountOf(request), id)
  return session === undefined ? noLongerActive() : present(session, request, means)
}

async function flip(id: SessionId, position: number, press: Press, means: Means): Promise<Screen> {
  const session = await means.ledger.sessions.find(accountOf(press), id)
  const task = session?.tasks[position]
  const isHere = session?.endedAt === null && session.position === position && !isAnswered(session, position)
  if (!isHere || task === undefined) return show(id, press, means)
  return cardScreen(session, cardOfTask((await withCourseOf(session, press, means)).course, task), 'back')
}

async function present(found: Session, request: Request, means: Means): Promise<Screen> {
  const known = await withCourseOf(found, request, means)
  const { session, leftOut } = await leaveOutChanged(found, (task) => cardOfTask(known.course, task) === null, request, means)
  return withLeftOut(await screenOf(session, request, known), leftOut, 'card')
}

/** Goes on from a card that has its grade: the bot may have stopped between the two. */
async function screenOf(session: Session, request: Request, means: Means): Promise<Screen> {
  if (session.endedAt !== null) return cardsSummary(session, forgottenIn(session, means.course))
  const { position } = session
  if (isAnswered(session, position)) {
    const acted = await means.ledger.sessions.act(accountOf(request), session.id, { kind: 'go', position, to: position + 1 }, request.at)
    return acted === undefined ? noLongerActive() : present(acted.session, request, means)
  }
  const task = session.tasks[position]
  return cardScreen(session, task === undefined ? null : cardOfTask(means.course, task), 'front')
}

function forgottenIn(session: Session, course: Means['course']): readonly ToRead[] {
  return session.tasks.flatMap((task, position) => {
    const card = cardOfTask(course, task)
    const source = card?.sources[0]
    const isForgotten = isAnswered(session, position) && !isTaskRight(task, session.steps.get(position)?.chosen ?? [])
    return isForgotten && card !== null && source !== undefined ? [{ topic: card.topicTitle, source }] : []
  })
}
