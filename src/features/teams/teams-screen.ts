// The teams of a channel, as managers see them. Who counts is named; who hides, goes by an alias, or hasn't answered yet is only a number.
import { smallestTeam, type Team } from '../../core/team.ts'
import type { PersonId } from '../../core/quiz.ts'
import { runControl } from '../../screens/control.ts'
import type { Block, Button, Screen } from '../../screens/screen.ts'
import { command, strong, type Text } from '../../screens/text.ts'
import { teamControls } from './face.ts'

/** With the names of all who can count. */
export type Counting = ReadonlyMap<PersonId, string>

/** Two rows of buttons on a phone. */
const buttonsInRow = 5
/** So many names fit a phone. */
const mostNamed = 20

export function teamsScreen(teams: readonly Team[], counting: Counting, note: Text): Screen {
  const lines = teams.map(({ name, people }, at): Text => [`${at + 1}. `, strong(name), `: ${peopleLine(people.length)}${countLine(people, counting)}`])
  const buttons = teams.map(({ name }): Button => ({ label: name, control: teamControls.team.text({ name }), primary: false }))
  const rows = [buttons.slice(0, buttonsInRow), buttons.slice(buttonsInRow)].filter((row) => row.length > 0)
  const blocks: Block[] = [
    ...noteBlock(note),
    teams.length === 0 ? { kind: 'paragraph', text: ['No teams yet. Teams are compared by the average points of their members.'] } : { kind: 'list', items: lines },
    ...rows.map((row): Block => ({ kind: 'buttons', buttons: row })),
    { kind: 'footnote', text: ['Add people by name, role (user group on Slack), or channel: ', command('teams add Reds @ada @bob'), ', ', command('teams add Reds @on-call'), ', ', command('teams add Reds #design')] },
  ]
  return { name: 'teams', title: 'Teams in this channel', tone: 'plain', blocks }
}

export function teamScreen({ name, people }: Team, counting: Counting, note: Text): Screen {
  const named = people.flatMap((person) => counting.get(person) ?? [])
  const [shown, more] = [named.toSorted((one, other) => one.localeCompare(other, 'en')).slice(0, mostNamed), Math.max(0, named.length - mostNamed)]
  const others = people.length - named.length
  const blocks: Block[] = [
    ...noteBlock(note),
    ...(named.length === 0 ? [] : [{ kind: 'paragraph', text: [`${shown.join(', ')}${more === 0 ? '' : `, and ${more} more`}`] } as const]),
    ...(others === 0 ? [] : [{ kind: 'paragraph', text: [`${named.length === 0 ? '' : 'And '}${peopleLine(others)} who ${others === 1 ? 'doesn’t' : 'don’t'} count: they hide, go by an alias, haven’t answered here, or have left.`] } as const]),
    ...(people.length === 0 ? [{ kind: 'paragraph', text: ['Nobody is in this team. To add people: ', command(`teams add ${name} @ada @bob`)] } as const] : []),
    ...(people.length > 0 && named.length < smallestTeam ? [{ kind: 'footnote', text: [`The leaderboard shows it once ${smallestTeam} members count.`] } as const] : []),
    {
      kind: 'buttons',
      buttons: [
        { label: 'All teams', control: teamControls.list.text({}), primary: false },
        { label: 'Team leaderboard', control: runControl.text({ line: 'team' }), primary: false },
        { label: 'Delete team', control: runControl.text({ line: `teams delete ${name}` }), primary: false },
      ],
    },
  ]
  return { name: 'team-members', title: `Team ${name}`, tone: 'plain', blocks }
}

export function deleteScreen({ name, people }: Team): Screen {
  return {
    name: 'team-delete',
    title: `Delete the team ${name}?`,
    tone: 'warning',
    blocks: [
      { kind: 'paragraph', text: [people.length === 0 ? 'Nobody is in it.' : `${peopleLine(people.length)} won’t be in a team then. Everyone keeps their points. To bring it back, you’d have to add its people again.`] },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Delete team', control: teamControls.deleteTeam.text({ name }), primary: true },
          { label: 'Keep it', control: teamControls.keepTeam.text({ name }), primary: false },
        ],
      },
    ],
  }
}

const noteBlock = (note: Text): Block[] => (note.length === 0 ? [] : [{ kind: 'paragraph', text: note }])

const peopleLine = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

function countLine(people: readonly PersonId[], counting: Counting): string {
  const count = people.filter((person) => counting.has(person)).length
  return count === people.length ? '' : ` (${count} counted)`
}
