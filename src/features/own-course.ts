// What somebody is asked alone: the course, and the questions and cards that the teams of their own channels brought. Nobody else gets those.
import type { Session } from '../core/session.ts'
import { readItem } from '../core/study-item.ts'
import { isTeamQuestion, teamTopic } from '../core/team-question.ts'
import type { Course } from '../course/course.ts'
import { withTeamItems } from '../course/team-course.ts'
import type { Request } from '../screens/request.ts'
import { accountOf } from './learner.ts'
import { membersOf, type MemberMeans } from './members.ts'
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

/** The team's own cards are a topic beside those of the course. */
export function withTeamTopic({ topics, flashcards }: Pick<Course, 'topics' | 'flashcards'>): Pick<Course, 'topics'> {
  return { topics: flashcards.some(({ team }) => team !== undefined) ? [...topics, { ...teamTopic, weight: 1 }] : topics }
}

async function around(request: Request, { ledger }: Pick<Means, 'ledger'>, isWanted: (each: { readonly own: boolean }) => boolean) {
  const asks = [accountOf(request), request.group, request.place] as const
  const [questions, decks] = await Promise.all([ledger.teamQuestions.around(...asks), ledger.teamDecks.around(...asks)])
  return { questions: questions.filter(isWanted), decks: decks.filter(isWanted) }
}
