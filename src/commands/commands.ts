// All commands together, in the order in which help shows them: found by name, by role, or read from what somebody typed.
import type { Command, CommandRole } from './command.ts'
import { parseCommand, type ParsedCommand } from './parse.ts'

export type Commands = {
  readonly list: readonly Command[]
  /** By its own name, not by an alias. */
  readonly find: (name: string) => Command | undefined
  /** The name of the command that has this role; `help` itself if none has. */
  readonly nameOf: (role: CommandRole) => string
  /** Reads what stands after `/study`. Nothing at all is the help. */
  readonly parse: (line: string) => ParsedCommand
}

export function commandsOf(list: readonly Command[]): Commands {
  const byName = new Map(list.map((command) => [command.name, command]))
  const nameOf = (role: CommandRole) => list.find((command) => command.role === role)?.name ?? 'help'
  return {
    list,
    find: (name) => byName.get(name),
    nameOf,
    parse: (line) => parseCommand(line.trim() === '' ? nameOf('help') : line, list),
  }
}
