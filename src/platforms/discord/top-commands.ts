// Discord's top-level commands. Default permissions apply to one of them as a whole, and each takes at most 25 commands below it:
// https://docs.discord.com/developers/interactions/application-commands#subcommands-and-subcommand-groups
import { groupOf, type Command } from '../../commands/command.ts'

export const topCommands = { everyone: 'study', account: 'study-account', managers: 'study-admin' } as const

export type TopCommand = keyof typeof topCommands

/** Which of them a command is below. */
export function topOf(command: Command): TopCommand {
  switch (groupOf(command)) {
    case 'manage':
    case 'manage-team':
      return 'managers'
    case 'account':
      return 'account'
    case 'study':
    case 'look-up':
    case 'group':
      return 'everyone'
  }
}
