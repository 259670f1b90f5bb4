// What managers do with teams: look at them, add people, remove them, rename a team, and delete it.
import { isEveryone, readMembers } from '../../commands/values/members.ts'
import type { PersonId, Quiz } from '../../core/quiz.ts'
import { addToTeam, deleteTeam, readTeamName, removeFromTeam, renameTeam, teamNamed, teamOf, type Team, type TeamChange, type TeamOutcome, type TeamsBefore } from '../../core/team.ts'
import { misunderstood } from '../../screens/misunderstood.ts'
import { refusal } from '../../screens/notice.ts'
import type { Request } from '../../screens/request.ts'
import type { Screen } from '../../screens/screen.ts'
import { command, type Text } from '../../screens/text.ts'
import { refused } from '../refused.ts'
import type { Means } from '../services.ts'
import { membersNamed } from './named-members.ts'
import { isOfGroup } from './of-group.ts'
import { nameProblem, teamRefused } from './refused-team.ts'
import { laterLine, othersLine, howToName } from './role-words.ts'
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

/** Somebody else may have deleted it meanwhile. */
export async function keepTeam(name: string, request: Request, means: Means): Promise<Screen> {
  const known = await find(name, request, means)
  return showTeam(name, request, means, known === undefined ? [] : ['Nothing was deleted.'])
}

export const carryOutDelete = (name: string, request: Request, means: Means): Promise<Screen> =>
  change((before) => deleteTeam(before, name), request, means, ({ changed }) => listTeams(request, means, [`Deleted: ${changed.name}.`]))

const noTeam = (typed: string): string => `There’s no team “${readMembers(typed).name.slice(0, 40)}” in this channel.`

const find = async (name: string, { place }: Request, { ledger }: Means): Promise<Team | undefined> => (place === null ? undefined : teamNamed(await ledger.teams.of(place), name))

export async function changeTeams(step: 'add' | 'remove' | 'rename', typed: string, request: Request, means: Means): Promise<Screen> {
  if (step === 'rename') return rename(typed, request, means)
  const read = readMembers(typed)
  const help = means.commands.find('teams')
  if (step === 'add' && read.isList) return misunderstood(oneTeam, help)
  const [unknown] = read.unknown
  if (unknown !== undefined) {
    const problem = isEveryone(unknown) ? `“${unknown}” can’t be in a team.` : `I don’t know who “${unknown.slice(0, 80)}” is.`
    return misunderstood(`${problem} ${howToName(request.group)}`, help)
  }
  if (![...read.people, ...read.roles, ...read.channels].every((id) => isOfGroup(request.group, id))) return refusal('Name people in the channel', [['Type this in the channel of the teams: I can’t tell here who you mean.']])
  if (step === 'remove' && read.name !== '' && (await find(read.name, request, means)) === undefined) return listTeams(request, means, [noTeam(read.name)])
  const members = await membersNamed(read, step, request, means)
  if ('screen' in members) return members.screen
  if (step === 'remove') return remove(read.name, members.people, request, means)
  const named = readTeamName(read.name)
  if ('problem' in named) return misunderstood(nameProblem(named.problem), help)
  const roles = read.roles.length
  const others = await othersIn(named.name, members.people, roles, request, means)
  return change(
    (before) => addToTeam(before, named.name, members.people), request, means,
    (done) => showTeam(named.name, request, means, [`${addedLine(done)}${laterLine(request.group, roles)}`, ...others]),
    (note) => (others.length === 0 ? listTeams(request, means, note) : showTeam(named.name, request, means, [...note, ...others])),
  )
}

const oneTeam = 'Write one team at a time: a team’s name can’t have a comma in it.'

/** Who else is in a team, where people were named by roles; of those who can be named. */
async function othersIn(name: string, people: readonly PersonId[], roles: number, request: Request, means: Means): Promise<Text> {
  const known = roles === 0 ? undefined : await find(name, request, means)
  if (known === undefined || request.place === null) return []
  const counting = await means.ledger.teams.counting(request.place)
  const names = known.people.flatMap((person) => (people.includes(person) ? [] : (counting.get(person) ?? [])))
  return othersLine(request.group, roles, known.name, names)
}

function addedLine({ changed, people, moved }: TeamChange): string {
  const left = moved === 0 ? '' : ` ${moved === people ? 'They' : moved === 1 ? 'One of them' : `${moved} of them`} left another team: everyone is in one team only.`
  return `Added ${people === 1 ? '1 person' : `${people} people`} to ${changed.name}.${left}`
}

/** Without a name, from the team that they are in. */
async function remove(name: string, people: readonly PersonId[], request: Request, means: Means): Promise<Screen> {
  const all = request.place === null ? [] : await means.ledger.teams.of(request.place)
  const [own, another] = name === '' ? new Set(people.flatMap((person) => teamOf(all, person)?.name ?? [])) : [name]
  if (own === undefined) return listTeams(request, means, ['They aren’t in a team.'])
  if (another !== undefined) return listTeams(request, means, ['They’re in different teams. Write the name of one of them: ', command(`teams remove ${own} @ada`)])
  return change((before) => removeFromTeam(before, own, people), request, means, (done) => showTeam(own, request, means, [`Removed ${done.people === 1 ? '1 person' : `${done.people} people`} from ${done.changed.name}.`]))
}

/** A name can have the word “to” in it, so the one that there is decides where it ends. */
async function rename(typed: string, request: Request, means: Means): Promise<Screen> {
  const help = means.commands.find('teams')
  const read = readMembers(typed)
  if (read.isList) return misunderstood(oneTeam, help)
  const words = read.name.split(' ')
  const splits = words.flatMap((word, at) => (/^to$/iu.test(word) ? [{ from: words.slice(0, at).join(' '), to: words.slice(at + 1).join(' ') }] : []))
  const all = request.place === null ? [] : await means.ledger.teams.of(request.place)
  const split = splits.find(({ from }) => teamNamed(all, from) !== undefined) ?? splits[0]
  if (split === undefined) return misunderstood('Write both names with “to” between them: Reds to Blues.', help)
  const named = readTeamName(split.to)
  if ('problem' in named) return misunderstood(nameProblem(named.problem), help)
  return change((before) => renameTeam(before, split.from, named.name), request, means, ({ changed }) => showTeam(changed.name, request, means, [`It’s called ${changed.name} now.`]))
}

async function change(
  rule: (before: TeamsBefore) => TeamOutcome, request: Request, means: Means,
  done: (changed: TeamChange) => Promise<Screen>,
  unchanged: (note: Text) => Promise<Screen> = (note) => listTeams(request, means, note),
): Promise<Screen> {
  if (request.place === null) return refused({ kind: 'no-quiz' })
  const changed = await means.ledger.teams.change(request.place, request.event, request.at, (teams: readonly Team[], quiz: Quiz | undefined) => rule({ teams, quiz, asker: request.asker }))
  if (changed.kind === 'refused') return teamRefused(changed.refusal, unchanged)
  return changed.kind === 'repeated' ? listTeams(request, means) : done(changed.decided)
}
