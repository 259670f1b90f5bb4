// All commands, in the order in which help lists them. Finds one by name or role, and parses what somebody typed.
import type { Command, CommandRole } from './command.ts'
import { parseCommand, type ParsedCommand } from './parse.ts'

export type Commands = {
  readonly list: readonly Command[]
  /** By its own name, not by an alias. */
  readonly find: (name: string) => Command | undefined
  /** The name of the command with this role; `help` if there is none. */
  readonly nameOf: (role: CommandRole) => string
  /** Parses what was typed after `/study`. An empty line is the help command. */
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
