// From what Slack sent and who sent it to a request for the bot.
import type { Commands } from '../../../commands/commands.ts'
import type { ParsedCommand } from '../../../commands/parse.ts'
import { minute, type Instant } from '../../../core/time.ts'
import type { Request, Requester } from '../../../screens/request.ts'
import type { Handler } from '../../platform.ts'
import { groupId, personId, placeId, userOf, type TeamId } from '../ids.ts'
import type { Incoming, Sender } from './read-payload.ts'

export type Asking = Extract<Incoming, { kind: 'press' | 'command' | 'form' | 'home' }>

export function toRequest(incoming: Asking, asker: Requester, team: TeamId, commands: Commands, at: Instant): Request {
  const common = from(incoming.from, asker, team, at)
  switch (incoming.kind) {
    case 'press':
      return { ...common, at: pressedAt(incoming.at, at), kind: 'press', control: incoming.control, chosen: incoming.chosen }
    case 'command':
      return { ...common, kind: 'command', command: readLine(incoming.line, team, commands) }
    case 'form':
      return { ...common, kind: 'form', command: incoming.form, values: incoming.values }
    case 'home':
      return { ...common, kind: 'home' }
  }
}

function from({ event, channel }: Sender, asker: Requester, team: TeamId, at: Instant) {
  return { event, at, group: groupId(team), place: channel === null ? null : placeId(team, channel), asker }
}

/** Longer than this no press is on its way: Slack delivers again for 5 minutes at most. */
const longestWay = 10 * minute

/** The moment of the press, not of its arrival: one that arrives a second time undoes no later one. */
function pressedAt(pressed: Instant | null, arrived: Instant): Instant {
  return pressed !== null && Math.abs(arrived - pressed) < longestWay ? Math.round(pressed) : arrived
}

/** Whether the answer depends on what somebody may do, so that it is worth waiting for Slack to say who they are. */
export function needsRights(incoming: Asking, commands: Commands, handler: Pick<Handler, 'traitsOf'>): boolean {
  switch (incoming.kind) {
    case 'press':
      return handler.traitsOf(incoming.control)?.rights === true
    case 'command':
      return isForManagers(incoming.line, commands)
    case 'form':
      return true
    case 'home':
      return false
  }
}

/** What stands after /study. People are named by Slack's own mention, which the manifest asks for (`should_escape`). */
export function readLine(line: string, team: TeamId, commands: Commands): ParsedCommand {
  const named = takesPerson(commands.parse(line), commands)
  const typed = line.replace(/<([@#!])([^>|]*)(?:\|([^>]*))?>/gu, (_, kind: string, id: string, label: string | undefined) => {
    if (kind === '@' && named) return personId(team, id)
    return `${kind === '#' ? '#' : '@'}${label ?? id}`.replace(/^@@/u, '@')
  })
  const plain = typed.replace(/<(https?:[^>|]+)(?:\|[^>]*)?>/gu, '$1').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return withKnownPerson(commands.parse(plain), commands)
}

/** Whoever names a person means them by an id, which Slack puts in for a mention. */
function withKnownPerson(command: ParsedCommand, commands: Commands): ParsedCommand {
  if (command.kind !== 'known') return command
  const people = commands.find(command.name)?.options.filter(({ kind }) => kind === 'person') ?? []
  const unknown = people.map(({ name }) => command.values[name]).find((person) => person !== undefined && userOf(person) === undefined)
  if (unknown === undefined) return command
  return { kind: 'misused', name: command.name, problem: `I do not know who “${unknown.slice(0, 80)}” is. Type @ and choose the person from Slack’s list.` }
}

const takesPerson = (command: ParsedCommand, commands: Commands): boolean =>
  command.kind !== 'unknown' && commands.find(command.name)?.options.some(({ kind }) => kind === 'person') === true

function isForManagers(line: string, commands: Commands): boolean {
  const command = commands.parse(line)
  return command.kind !== 'unknown' && commands.find(command.name)?.for === 'managers'
}
