// A command as Discord shows it: a mention that opens it at a press, or what to type, under /study, /study-account, or /study-admin.
import { isYesOrNo, usage } from '../../../commands/command.ts'
import type { Commands } from '../../../commands/commands.ts'
import { topCommands, topOf } from '../top-commands.ts'

/** The ids that Discord gave the top-level commands, by name; empty until they are registered. */
export type CommandIds = ReadonlyMap<string, string>

/** `setup 09:00 Europe/Berlin` → `/study-admin setup time: 09:00 zone: Europe/Berlin`. A line that does not parse stays as written. */
export function typedCommand(line: string, commands: Commands): string {
  const read = readLine(line, commands)
  return read === undefined ? `/${topCommands.everyone} ${line}`.trimEnd() : `/${read.top} ${read.name} ${read.values}`.trimEnd()
}

/**
 * The mention of the command, and the values to type after it; undefined for a command whose id is not known.
 * https://docs.discord.com/developers/reference#message-formatting
 */
export function commandMention(line: string, commands: Commands, ids: CommandIds): { readonly mention: string; readonly values: string } | undefined {
  const read = readLine(line, commands)
  const id = read === undefined ? undefined : ids.get(read.top)
  return read === undefined || id === undefined ? undefined : { mention: `</${read.top} ${read.name}:${id}>`, values: read.values }
}

type Read = { readonly top: string; readonly name: string; readonly values: string }

/** Undefined if no command has this name. */
function readLine(line: string, commands: Commands): Read | undefined {
  const [name = '', ...rest] = line.trim().split(/\s+/u)
  const command = commands.find(name)
  if (command === undefined) return undefined
  const top = topCommands[topOf(command)]
  // Brackets and equals signs are not typed on Discord, which asks for each option by its name.
  if (line === usage(command)) return { top, name: command.name, values: command.options.map((option) => `${option.name}:`).join(' ') }
  const parsed = commands.parse(line)
  const known = parsed.kind === 'known' && parsed.name === command.name
  const values = known ? Object.entries(parsed.values).map(([option, value]) => `${option}: ${command.options.some((each) => each.name === option && isYesOrNo(each)) ? 'true' : value}`) : rest
  return { top, name: command.name, values: values.join(' ') }
}
