// Whom a manager names: people, and those who have a role, are in a user group, or have answered in a channel.
import type { NameAndMembers } from '../../commands/values/members.ts'
import { mayManage, type PersonId, type PlaceId } from '../../core/quiz.ts'
import { teamNamed } from '../../core/team.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { refusal } from '../../screens/notice.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command } from '../../screens/text.ts'
import { refused } from '../refused.ts'
import type { Means } from '../services.ts'
import { isOfGroup } from './of-group.ts'
import { hasRole, howToName } from './role-words.ts'

type Members = { readonly people: readonly PersonId[] } | { readonly screen: Screen }

/** People by name must be here; of a channel or a role, those are meant who have answered and are shown by name. */
export async function membersNamed(named: NameAndMembers, step: 'add' | 'remove', request: Request, means: Means): Promise<Members> {
  const { name, people, roles, channels } = named
  if (people.length + roles.length + channels.length === 0) {
    const whom = step === 'add' ? `Who should be in ${name === '' ? 'the team' : name}?` : 'Who should leave? To remove the whole team, use delete.'
    return { screen: misunderstood(`${whom} ${howToName(request.group, 'after the team’s name')}`, means.commands.find('teams')) }
  }
  const unfit = step === 'add' ? await whyUnfit(people, means) : undefined
  if (unfit !== undefined) return { screen: unfit }
  const all = new Set(people)
  for (const channel of channels) {
    if (!(await mayRead(channel, request, means))) return { screen: refusal('That channel can’t be used', [['Choose a channel with a daily question that you manage or have answered in.']]) }
    const counting = [...(await means.ledger.teams.counting(channel)).keys()]
    // In a channel that shares its question, people of other groups count too; nobody here could name them to remove them.
    for (const person of step === 'remove' ? counting : counting.filter((each) => isOfGroup(request.group, each))) all.add(person)
  }
  if (roles.length > 0) {
    const found = await havingRoles(named, step, request, means)
    if ('screen' in found) return found
    for (const person of found.people) all.add(person)
    if (all.size === 0) return { screen: nobodyHasRole(named, step, request) }
  }
  return all.size === 0 ? { screen: refusal('Nobody in that channel yet', [['Nobody who is shown by name has answered there.']]) } : { people: [...all] }
}

/** At this moment; of those who may join, or of those who may leave. */
async function havingRoles({ name, roles }: NameAndMembers, step: 'add' | 'remove', { place, group }: Request, { ledger: { teams }, havingRole }: Means): Promise<Members> {
  if (place === null) return { screen: refused({ kind: 'no-quiz' }) }
  const all = await teams.of(place)
  const leaving = name === '' ? all : [teamNamed(all, name) ?? []].flat()
  const asked = step === 'add' ? [...(await teams.counting(place)).keys()] : leaving.flatMap(({ people }) => people)
  const found = new Set<PersonId>()
  for (const role of roles) {
    const holders = await havingRole(role, asked)
    if (holders.kind === 'cannot-tell') return { screen: refusal(`I can’t tell who ${hasRole(group, 1)}`, [[holders.reason]]) }
    for (const person of holders.people) found.add(person)
  }
  return { people: [...found] }
}

function nobodyHasRole({ name, roles }: NameAndMembers, step: 'add' | 'remove', { group }: Request): Screen {
  const has = hasRole(group, roles.length)
  if (step === 'remove') return refusal('Nobody to remove', [[`Nobody in ${name === '' ? 'a team' : name.slice(0, 40)} ${has}.`]])
  return refusal('Nobody to add yet', [[`Nobody who has answered here and is shown by name ${has}.`], ['To add other people, name them: ', command(`teams add ${name === '' ? 'Reds' : name.slice(0, 40)} @ada`)]])
}

/** Who has answered in a channel is only for people of that channel. */
async function mayRead(channel: PlaceId, { asker, group }: Request, { ledger }: Means): Promise<boolean> {
  const quiz = await ledger.quizzes.at(channel)
  if (quiz === undefined || quiz.group !== group) return false
  return mayManage(quiz, asker) || (await ledger.people.placesOf(asker.id)).includes(channel)
}

/** Nobody is refused because the platform does not answer. */
async function whyUnfit(people: readonly PersonId[], { presence }: Means): Promise<Screen | undefined> {
  const found = await presence(people)
  const unfit = people.find((person) => found.get(person)?.bot === true || found.get(person)?.outside === true || found.get(person)?.gone === true)
  if (unfit === undefined) return undefined
  if (found.get(unfit)?.bot === true) return refusal('An app can’t be in a team', [['Choose people.']])
  return refusal('That person isn’t here', [[{ kind: 'person', id: unfit, name: '' }, ' isn’t a member here, or has left. Choose somebody who is.']])
}
