// Who the asker is in the groups that a request can be about: in their own, or, where it was asked outside of all groups, in each of theirs.
import { mayManage, type GroupId, type PlaceId, type Quiz } from '../core/quiz.ts'
import type { PersonInGroup } from '../ledger/people.ts'
import { noLongerActive } from '../screens/notice.ts'
import { cannotTell, leftThatServer } from '../screens/outside.ts'
import { personSeen, type Request } from '../screens/request.ts'
import type { Screen } from '../screens/screen.ts'
import type { Means, Standing } from './services.ts'

export type MemberMeans = Pick<Means, 'ledger' | 'presence' | 'groupName' | 'now'>

/** The asker in one group, and the daily questions of their own there: the latest answered first, then those that they manage. */
export type Member = Pick<Request, 'group' | 'asker'> & { readonly quizzes: readonly Quiz[] }

/** `unsure`: there is a group of which the platform doesn't say right now whether they are still in it. */
export type Members = { readonly members: readonly Member[]; readonly unsure: boolean }

/** The group of the latest answer first. */
export async function membersOf(request: Pick<Request, 'asker' | 'group' | 'outside'>, means: MemberMeans): Promise<Members> {
  const known = await means.ledger.people.inGroups(personSeen(request))
  if (request.outside === true) return stillIn(known, request, means)
  const { group, asker } = request
  return { members: [{ group, asker, quizzes: known.find((each) => each.group === group)?.quizzes ?? [] }], unsure: false }
}

export type Acting<R extends Request> = { readonly request: R } | { readonly screen: Screen }

/** The request as the asker's own in that group, or why it can't be. Every button is checked: people leave groups, and buttons stay. */
export async function inGroup<R extends Request>(group: GroupId, request: R, means: MemberMeans): Promise<Acting<R>> {
  if (request.outside !== true) return group === request.group ? { request } : { screen: noLongerActive() }
  const known = (await means.ledger.people.inGroups(personSeen(request))).filter((each) => each.group === group)
  if (known.length === 0 || means.groupName(group) === undefined) return { screen: noLongerActive() }
  const { members: [member], unsure } = await stillIn(known, request, means)
  if (member === undefined) return { screen: unsure ? cannotTell() : leftThatServer() }
  return { request: { ...request, group, asker: member.asker, outside: false } }
}

/** The same for one of the asker's own channels. */
export async function inOwnChannel<R extends Request>(place: PlaceId, request: R, means: MemberMeans): Promise<Acting<R>> {
  const { people, quizzes } = means.ledger
  const quiz = await quizzes.at(place)
  if (quiz === undefined) return { screen: noLongerActive() }
  const there = await inGroup(quiz.group, request, means)
  if ('screen' in there) return there
  const { asker } = there.request
  const isOwn = mayManage(quiz, asker) || (await people.placesOf(asker.id)).includes(place)
  return isOwn ? { request: { ...there.request, place } } : { screen: noLongerActive() }
}

/** Nobody sees anything of a group that they may have left, so only what the platform says now counts. */
async function stillIn(all: readonly PersonInGroup[], { asker }: Pick<Request, 'asker'>, { ledger: { people }, presence, groupName, now: clock }: MemberMeans): Promise<Members> {
  const known = all.filter(({ group }) => groupName(group) !== undefined)
  if (known.length === 0) return { members: [], unsure: false }
  const found = await presence(known.map(({ id }) => id))
  const members = known.flatMap((each) => memberOf(each, found.get(each.id), asker))
  await Promise.all(members.map((member) => people.noteSeen(personSeen(member))))
  const gone = [...found].flatMap(([person, now]) => (now.gone ? [{ person, gone: true }] : []))
  if (gone.length > 0) await people.setPresence(gone, clock())
  return { members, unsure: found.size < known.length }
}

/** By the name that they have there: a direct message knows only the one they have everywhere. */
function memberOf({ group, id, name, quizzes }: PersonInGroup, now: Standing | undefined, asker: Request['asker']): readonly Member[] {
  if (now === undefined || now.gone) return []
  return [{ group, asker: { ...asker, id, name: now.name ?? name ?? asker.name, standIn: now.name === null, admin: false, maySetUp: false }, quizzes }]
}
