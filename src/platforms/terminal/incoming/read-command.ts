// Reads words as a command of the bot, or as words to look up.
import { closest } from '../../../commands/closest.ts'
import type { Commands } from '../../../commands/commands.ts'
import type { ParsedCommand } from '../../../commands/parse.ts'
import { isEveryone, personTag } from '../../../commands/values/members.ts'
import { isMeantAsCommand, looseChange } from '../../../commands/written-words.ts'
import { personId, readName } from '../ids.ts'
import { limits } from '../limits.ts'
import { ask, hint, whatCanBeTyped, type Context, type Reading } from './reading.ts'

/** @param explicit whether a slash or `study` says that the words are a command */
export function readCommand(words: string, explicit: boolean, context: Context): Reading {
  if (!/[\p{L}\p{N}]/u.test(words)) return hint(`I didn’t get that. ${whatCanBeTyped}`)
  const { commands } = context
  const command = commands.parse(words)
  const corrected = command.kind === 'unknown' && explicit ? withoutMisspelledStudy(words, commands) : undefined
  if (corrected !== undefined) return hint(`There’s no command “/${words.split(' ')[0]}”. Did you mean “/study ${corrected}”?`)
  if (!explicit && !isMeantAsCommand(words, command, context)) {
    return ask({ kind: 'command', command: commands.parse(`${commands.nameOf('free-text')} ${words}`) }, true)
  }
  const change = explicit || !context.sawSession ? undefined : looseChange(words, command, commands)
  if (change !== undefined) return hint(`There’s no button “${words}” here. If you mean the command, type “/study ${words}”. What it does: “/study help ${change}”`)
  return withPersonId(withTags(command, commands), commands)
}

export const nameRule = (example: string): string => `A name is one word of up to ${limits.nameTyped} letters and digits, for example ${example}`

/** `today` in `stduy today`; undefined if the first word is not a misspelled `study` before a command. */
function withoutMisspelledStudy(words: string, commands: Commands): string | undefined {
  const [first = '', ...rest] = words.split(' ')
  const isMisspelled = closest(first.toLowerCase(), ['study']) !== undefined && commands.find(rest[0]?.toLowerCase() ?? '') !== undefined
  return isMisspelled ? rest.join(' ') : undefined
}

/** Replaces the name in a command such as `managers add ada` by the person's id, by which the bot knows people. */
function withPersonId(command: ParsedCommand, commands: Commands): Reading {
  if (command.kind !== 'known') return ask({ kind: 'command', command })
  const mention = commands.find(command.name)?.options.find(({ name, kind }) => kind === 'mention' && command.values[name] !== undefined)
  if (mention !== undefined && !/^off$/iu.test(command.values[mention.name] ?? '')) return hint('There’s nobody to ping in a terminal. On Slack and Discord, mention sets who gets pinged with the daily question.')
  const option = commands.find(command.name)?.options.find(({ name, kind }) => kind === 'person' && command.values[name] !== undefined)
  if (option === undefined) return ask({ kind: 'command', command })
  const name = readName(command.values[option.name] ?? '')
  if (name === undefined) return hint(nameRule(personExample(command.name, commands)))
  const values = { ...command.values, [option.name]: personId(name) }
  return { ...ask({ kind: 'command', command: { ...command, values } }), called: name }
}

/** `@ada` in a list of people as the person's id. What stands for everyone elsewhere is nobody's name here. */
function withTags(command: ParsedCommand, commands: Commands): ParsedCommand {
  const option = command.kind === 'known' ? commands.find(command.name)?.options.find(({ kind }) => kind === 'members') : undefined
  const typed = option === undefined || command.kind !== 'known' ? undefined : command.values[option.name]
  if (option === undefined || command.kind !== 'known' || typed === undefined) return command
  const tagged = typed.replaceAll(/(?<=^|[\s,])@[^\s,]+/gu, (word) => {
    const name = readName(word)
    return name === undefined || isEveryone(word) ? word : personTag(personId(name))
  })
  return { ...command, values: { ...command.values, [option.name]: tagged } }
}

/** The command's example with a person, without the `@` of other platforms. */
function personExample(command: string, commands: Commands): string {
  return (commands.find(command)?.examples.find((example) => example.includes('@')) ?? command).replace('@ada', 'Ada')
}
