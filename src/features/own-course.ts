// What somebody is asked alone: the course, and the questions that the teams of their own channels wrote. Nobody else gets those.
import type { Session } from '../core/session.ts'
import { readItem } from '../core/study-item.ts'
import { isTeamQuestion } from '../core/team-question.ts'
import { withTeamQuestions } from '../course/team-course.ts'
import type { Request } from '../screens/request.ts'
import { accountOf } from './learner.ts'
import { membersOf, type MemberMeans } from './members.ts'
import type { Means } from './services.ts'

/** To draw from, or to look through: nothing of a group that they may have left. */
export async function withOwnCourse<Own extends MemberMeans & Pick<Means, 'course'>>(request: Request, means: Own): Promise<Own> {
  const own = (await means.ledger.teamQuestions.around(accountOf(request), request.group, request.place)).filter((each) => each.own)
  if (own.length === 0) return means
  const groups = new Set((await membersOf(request, means)).members.map(({ group }) => group))
  return { ...means, course: withTeamQuestions(means.course, own.filter(({ group }) => groups.has(group))) }
}

/** To show a session, which may have begun in another channel or by a linked account. */
export async function withCourseOf<Own extends Pick<Means, 'ledger' | 'course'>>({ tasks }: Pick<Session, 'tasks'>, request: Request, means: Own): Promise<Own> {
  const asked = new Set(tasks.map(({ item }) => readItem(item).id).filter((id) => isTeamQuestion(id)))
  if (asked.size === 0) return means
  const known = await means.ledger.teamQuestions.around(accountOf(request), request.group, request.place)
  return { ...means, course: withTeamQuestions(means.course, known.filter(({ id }) => asked.has(id))) }
}
