// A command as people type it on Discord: under /study or /study-admin, with the names of its options.
import type { Command } from '../../../commands/command.ts'
import type { Commands } from '../../../commands/commands.ts'
import { topCommands } from '../top-commands.ts'

/** `setup 09:00 Europe/Berlin` → `/study-admin setup time: 09:00 zone: Europe/Berlin`. A line that does not parse stays as written. */
export function typedCommand(line: string, commands: Commands): string {
  const [name = ''] = line.trim().split(/\s+/u)
  const command = commands.find(name)
  if (command === undefined) return `/${topCommands.everyone} ${line}`.trimEnd()
  const start = `/${topCommands[command.for]} `
  const parsed = commands.parse(line)
  if (parsed.kind !== 'known' || parsed.name !== command.name) return start + line
  return [start + command.name, ...Object.entries(parsed.values).map(([option, value]) => `${option}: ${isYesOrNo(command, option) ? 'true' : value}`)].join(' ')
}

/** A choice of one is registered as a yes or no. */
const isYesOrNo = ({ options }: Command, name: string) => options.find((option) => option.name === name)?.choices?.length === 1
