// Reads what was typed after /study.
import type { OptionKind } from '../../../commands/command.ts'
import type { Commands } from '../../../commands/commands.ts'
import type { ParsedCommand } from '../../../commands/parse.ts'
import { channelTag, personTag, roleTag } from '../../../commands/values/members.ts'
import { hereMention, type MentionId } from '../../../core/quiz.ts'
import { personId, placeId, userGroupId, userGroupOf, userOf, type TeamId } from '../ids.ts'

/**
 * Undoes Slack's escaping, and reads its mentions (`should_escape` in the manifest): where the command takes a person, as that
 * person's id; elsewhere as the words that people see.
 */
export function readCommandLine(line: string, team: TeamId, commands: Commands): ParsedCommand {
  const command = commands.parse(line)
  const personTaken = takes('person', command, commands)
  const membersTaken = takes('members', command, commands)
  const mentionTaken = takes('mention', command, commands)
  const typed = line.replace(/<([@#!])([^>|]*)(?:\|([^>]*))?>/gu, (_, kind: string, id: string, label: string | undefined) => {
    if (kind === '@' && personTaken) return personId(team, id)
    if (kind !== '!' && membersTaken) return kind === '@' ? personTag(personId(team, id)) : channelTag(placeId(team, id))
    const mentioned = kind === '!' ? mentionIn(team, id) : undefined
    if (membersTaken && mentioned !== undefined && mentioned !== hereMention) return roleTag(mentioned)
    const shown = `${kind === '#' ? '#' : '@'}${label ?? id}`.replace(/^@@/u, '@')
    return mentionTaken ? (mentioned ?? shown) : shown
  })
  const plain = typed.replace(/<(https?:[^>|]+)(?:\|[^>]*)?>/gu, '$1').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return requireGroup(requireMentions(commands.parse(plain), commands), commands)
}

/** Refuses a person who was named by something other than a mention. */
function requireMentions(command: ParsedCommand, commands: Commands): ParsedCommand {
  if (command.kind !== 'known') return command
  const people = commands.find(command.name)?.options.filter(({ kind }) => kind === 'person') ?? []
  const unknown = people.map(({ name }) => command.values[name]).find((person) => person !== undefined && userOf(person) === undefined)
  if (unknown === undefined) return command
  const problem = `I don’t know who “${unknown.slice(0, 80)}” is. Type @ and choose the person from Slack’s list.`
  return { kind: 'misused', name: command.name, problem }
}

/** Refuses whom a post cannot ping: Slack tells user groups by ids, which only its own list writes. */
function requireGroup(command: ParsedCommand, commands: Commands): ParsedCommand {
  const value = command.kind === 'known' ? mentionOf(command, commands) : undefined
  if (command.kind !== 'known' || value === undefined || /^(off|@?here)$/iu.test(value) || userGroupOf(value) !== undefined) return command
  const problem = `“${value.slice(0, 80)}” can’t be pinged. Write @here, choose a user group from Slack’s list after typing @, or write off.`
  return { kind: 'misused', name: command.name, problem }
}

function mentionOf({ name, values }: Extract<ParsedCommand, { kind: 'known' }>, commands: Commands): string | undefined {
  const option = commands.find(name)?.options.find(({ kind }) => kind === 'mention')
  return option === undefined ? undefined : values[option.name]
}

const takes = (wanted: OptionKind, command: ParsedCommand, commands: Commands): boolean =>
  command.kind !== 'unknown' && commands.find(command.name)?.options.some(({ kind }) => kind === wanted) === true

/** `here` and `subteam^S012` stand in Slack's own mentions; undefined for any other, such as @channel. */
function mentionIn(team: TeamId, id: string): MentionId | undefined {
  if (id === hereMention) return hereMention
  const [, group] = /^subteam\^(S\w+)$/u.exec(id) ?? []
  return group === undefined ? undefined : userGroupId(team, group)
}

export function isForManagers(line: string, commands: Commands): boolean {
  const command = commands.parse(line)
  return command.kind !== 'unknown' && commands.find(command.name)?.for === 'managers'
}
