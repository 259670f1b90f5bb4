// Reads what was typed after /study.
import type { Commands } from '../../../commands/commands.ts'
import type { ParsedCommand } from '../../../commands/parse.ts'
import { personId, userOf, type TeamId } from '../ids.ts'

/**
 * Undoes Slack's escaping, and reads its mentions (`should_escape` in the manifest): where the command takes a person, as that
 * person's id; elsewhere as the words that people see.
 */
export function readCommandLine(line: string, team: TeamId, commands: Commands): ParsedCommand {
  const personTaken = takesPerson(commands.parse(line), commands)
  const typed = line.replace(/<([@#!])([^>|]*)(?:\|([^>]*))?>/gu, (_, kind: string, id: string, label: string | undefined) => {
    if (kind === '@' && personTaken) return personId(team, id)
    return `${kind === '#' ? '#' : '@'}${label ?? id}`.replace(/^@@/u, '@')
  })
  const plain = typed.replace(/<(https?:[^>|]+)(?:\|[^>]*)?>/gu, '$1').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return requireMentions(commands.parse(plain), commands)
}

/** Refuses a person who was named by something other than a mention. */
function requireMentions(command: ParsedCommand, commands: Commands): ParsedCommand {
  if (command.kind !== 'known') return command
  const people = commands.find(command.name)?.options.filter(({ kind }) => kind === 'person') ?? []
  const unknown = people.map(({ name }) => command.values[name]).find((person) => person !== undefined && userOf(person) === undefined)
  if (unknown === undefined) return command
  const problem = `I do not know who “${unknown.slice(0, 80)}” is. Type @ and choose the person from Slack’s list.`
  return { kind: 'misused', name: command.name, problem }
}

const takesPerson = (command: ParsedCommand, commands: Commands): boolean =>
  command.kind !== 'unknown' && commands.find(command.name)?.options.some(({ kind }) => kind === 'person') === true

export function isForManagers(line: string, commands: Commands): boolean {
  const command = commands.parse(line)
  return command.kind !== 'unknown' && commands.find(command.name)?.for === 'managers'
}
