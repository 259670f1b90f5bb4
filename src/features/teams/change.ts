// What managers do with teams: look at them, add people, remove them, rename a team, and delete it.
import { readMembers, type NameAndMembers } from '../../commands/values/members.ts'
import { mayManage, type PersonId, type PlaceId, type Quiz } from '../../core/quiz.ts'
import { addToTeam, deleteTeam, readTeamName, removeFromTeam, renameTeam, teamNamed, teamOf, type Team, type TeamChange, type TeamOutcome, type TeamsBefore } from '../../core/team.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { refusal } from '../../screens/notice.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import type { Text } from '../../screens/text.ts'
import { refused } from '../refused.ts'
import type { Means } from '../services.ts'
import { nameProblem, teamRefused } from './refused-team.ts'
import { deleteScreen, teamScreen, teamsScreen } from './teams-screen.ts'

export async function listTeams(request: Request, means: Means, note: Text = []): Promise<Screen> {
  const { place } = request
  if (place === null) return refused({ kind: 'no-quiz' })
  const [all, counting] = await Promise.all([means.ledger.teams.of(place), means.ledger.teams.counting(place)])
  return teamsScreen(all, counting, note)
}

export async function showTeam(name: string, request: Request, means: Means, note: Text = []): Promise<Screen> {
  const known = await find(readMembers(name).name, request, means)
  if (known === undefined || request.place === null) return listTeams(request, means, note.length > 0 ? note : [noTeam(name)])
  return teamScreen(known, await means.ledger.teams.counting(request.place), note)
}

export async function askToDelete(typed: string, request: Request, means: Means): Promise<Screen> {
  const known = await find(readMembers(typed).name, request, means)
  return known === undefined ? listTeams(request, means, [noTeam(typed)]) : deleteScreen(known)
}

export const carryOutDelete = (name: string, request: Request, means: Means): Promise<Screen> =>
  change((before) => deleteTeam(before, name), request, means, ({ changed }) => listTeams(request, means, [`Deleted: ${changed.name}.`]))

const noTeam = (typed: string): string => `There’s no team “${readMembers(typed).name.slice(0, 40)}” in this channel.`

const find = async (name: string, { place }: Request, { ledger }: Means): Promise<Team | undefined> => (place === null ? undefined : teamNamed(await ledger.teams.of(place), name))

export async function changeTeams(step: 'add' | 'remove' | 'rename', typed: string, request: Request, means: Means): Promise<Screen> {
  if (step === 'rename') return rename(typed, request, means)
  const read = readMembers(typed)
  const help = means.commands.find('teams')
  const [unknown] = read.unknown
  if (unknown !== undefined) return misunderstood(`I don’t know who “${unknown.slice(0, 80)}” is. Type @ or # and choose people or a channel from the list.`, help)
  if (![...read.people, ...read.channels].every((id) => id.startsWith(request.group))) return refusal('Name people in the channel', [['Type this in the channel of the teams: I can’t tell here who you mean.']])
  const members = await membersNamed(read, step, request, means)
  if ('screen' in members) return members.screen
  if (step === 'remove') return remove(read.name, members.people, request, means)
  const named = readTeamName(read.name)
  if ('problem' in named) return misunderstood(nameProblem(named.problem), help)
  return change((before) => addToTeam(before, named.name, members.people), request, means, (done) => showTeam(named.name, request, means, [addedLine(done)]))
}

function addedLine({ changed, people, moved }: TeamChange): string {
  const left = moved === 0 ? '' : ` ${moved === people ? 'They' : moved === 1 ? 'One of them' : `${moved} of them`} left another team: everyone is in one team only.`
  return `Added ${people === 1 ? '1 person' : `${people} people`} to ${changed.name}.${left}`
}

type Members = { readonly people: readonly PersonId[] } | { readonly screen: Screen }

/** People by name must be here; of a channel, those are meant who have answered there and are shown by name. */
async function membersNamed({ name, people, channels }: NameAndMembers, step: 'add' | 'remove', request: Request, means: Means): Promise<Members> {
  if (people.length === 0 && channels.length === 0) {
    const whom = step === 'add' ? `Who should be in ${name === '' ? 'the team' : name}?` : 'Who should leave? To remove the whole team, use delete.'
    return { screen: misunderstood(`${whom} Type @ after its name and choose people, or # and a channel.`, means.commands.find('teams')) }
  }
  const unfit = step === 'add' ? await whyUnfit(people, means) : undefined
  if (unfit !== undefined) return { screen: unfit }
  const all = new Set(people)
  for (const channel of channels) {
    if (!(await mayRead(channel, request, means))) return { screen: refusal('That channel can’t be used', [['Choose a channel with a daily question that you manage or have answered in.']]) }
    for (const person of (await means.ledger.teams.counting(channel)).keys()) all.add(person)
  }
  return all.size === 0 ? { screen: refusal('Nobody in that channel yet', [['Nobody who is shown by name has answered there.']]) } : { people: [...all] }
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

/** Without a name, from the team that they are in. */
async function remove(name: string, people: readonly PersonId[], request: Request, means: Means): Promise<Screen> {
  const all = request.place === null ? [] : await means.ledger.teams.of(request.place)
  const own = name === '' ? people.flatMap((person) => teamOf(all, person) ?? [])[0]?.name : name
  if (own === undefined) return listTeams(request, means, ['They aren’t in a team.'])
  return change((before) => removeFromTeam(before, own, people), request, means, (done) => showTeam(own, request, means, [`Removed ${done.people === 1 ? '1 person' : `${done.people} people`} from ${done.changed.name}.`]))
}

/** A name can have the word “to” in it, so the one that there is decides where it ends. */
async function rename(typed: string, request: Request, means: Means): Promise<Screen> {
  const help = means.commands.find('teams')
  const words = readMembers(typed).name.split(' ')
  const splits = words.flatMap((word, at) => (/^to$/iu.test(word) ? [{ from: words.slice(0, at).join(' '), to: words.slice(at + 1).join(' ') }] : []))
  const all = request.place === null ? [] : await means.ledger.teams.of(request.place)
  const split = splits.find(({ from }) => teamNamed(all, from) !== undefined) ?? splits[0]
  if (split === undefined) return misunderstood('Write both names with “to” between them: Reds to Blues.', help)
  const named = readTeamName(split.to)
  if ('problem' in named) return misunderstood(nameProblem(named.problem), help)
  return change((before) => renameTeam(before, split.from, named.name), request, means, ({ changed }) => showTeam(changed.name, request, means, [`It’s called ${changed.name} now.`]))
}

async function change(rule: (before: TeamsBefore) => TeamOutcome, request: Request, means: Means, done: (changed: TeamChange) => Promise<Screen>): Promise<Screen> {
  if (request.place === null) return refused({ kind: 'no-quiz' })
  const changed = await means.ledger.teams.change(request.place, request.event, request.at, (teams: readonly Team[], quiz: Quiz | undefined) => rule({ teams, quiz, asker: request.asker }))
  if (changed.kind === 'refused') return teamRefused(changed.refusal, (note) => listTeams(request, means, note))
  return changed.kind === 'repeated' ? listTeams(request, means) : done(changed.decided)
}
