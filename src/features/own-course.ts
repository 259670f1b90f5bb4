// What somebody is asked alone: the course, and the questions and cards that the teams of their own channels brought. Nobody else gets those.
import type { Session } from '../core/session.ts'
import { readItem } from '../core/study-item.ts'
import { isTeamQuestion, teamTopic } from '../core/team-question.ts'
import type { Course } from '../course/course.ts'
import { withTeamItems } from '../course/team-course.ts'
import { refusal } from '../screens/notice.ts'
import type { Request } from '../screens/request.ts'
import type { Screen } from '../screens/screen.ts'
import { command } from '../screens/text.ts'
import { accountOf } from './learner.ts'
import { membersOf, type MemberMeans } from './members.ts'
import { readTopics } from './read-topics.ts'
import type { Means } from './services.ts'

/** To draw from, or to look through: nothing of a group that they may have left. */
export async function withOwnCourse<Own extends MemberMeans & Pick<Means, 'course'>>(request: Request, means: Own): Promise<Own> {
  const { questions, decks } = await around(request, means, (each) => each.own)
  if (questions.length + decks.length === 0) return means
  const groups = new Set((await membersOf(request, means)).members.map(({ group }) => group))
  const here = ({ group }: { readonly group: string }): boolean => groups.has(group)
  return { ...means, course: withTeamItems(means.course, questions.filter(here), decks.filter(here)) }
}

/** To show a session, which may have begun in another channel or by a linked account. */
export async function withCourseOf<Own extends Pick<Means, 'ledger' | 'course'>>({ tasks }: Pick<Session, 'tasks'>, request: Request, means: Own): Promise<Own> {
  const asked = new Set(tasks.map(({ item }) => readItem(item).id).filter((id) => isTeamQuestion(id)))
  if (asked.size === 0) return means
  const { questions, decks } = await around(request, means, () => true)
  const cards = decks.map(({ title, cards }) => ({ title, cards: cards.filter(({ id }) => asked.has(id)) }))
  return { ...means, course: withTeamItems(means.course, questions.filter(({ id }) => asked.has(id)), cards) }
}

/** What the team brought is a topic beside those of the course. */
export function withTeamTopic({ topics, flashcards, questions }: Pick<Course, 'topics' | 'flashcards' | 'questions'>, of: 'flashcards' | 'questions'): Pick<Course, 'topics'> {
  const isThere = of === 'flashcards' ? flashcards.some(({ team }) => team !== undefined) : questions.some(({ id }) => isTeamQuestion(id))
  return { topics: isThere ? [...topics, { ...teamTopic, weight: 1 }] : topics }
}

/** Whether these words, which name no topic of the course, ask for what the team brought. */
export const asksForTeam = (topics: string): boolean => 'value' in readTopics(topics, { topics: [{ ...teamTopic, weight: 1 }] })

export const nothingFromTeam = (what: 'flashcards' | 'questions'): Screen =>
  refusal('Nothing from your team yet', [[`Nobody has added ${what} for this channel. Managers can: `, command('add-question')]])

async function around(request: Request, { ledger }: Pick<Means, 'ledger'>, isWanted: (each: { readonly own: boolean }) => boolean) {
  const asks = [accountOf(request), request.group, request.place] as const
  const [questions, decks] = await Promise.all([ledger.teamQuestions.around(...asks), ledger.teamDecks.around(...asks)])
  return { questions: questions.filter(isWanted), decks: decks.filter(isWanted) }
}
