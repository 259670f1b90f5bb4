// The commands as Discord registers them, made from the one list of all platforms.
import type { APIApplicationCommandBasicOption, APIApplicationCommandSubcommandOption, RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js'
import { type Command, type CommandOption } from '../../../commands/command.ts'
import type { Commands } from '../../../commands/commands.ts'
import { limits } from '../outgoing/violations.ts'
import { topCommands } from '../outgoing/typed-command.ts'

/** MANAGE_GUILD, as text like every set of permissions: https://docs.discord.com/developers/topics/permissions */
const manageGuild = String(1n << 5n)

/** Only in servers: a quiz belongs to a channel. https://docs.discord.com/developers/interactions/application-commands#contexts */
const inServers = () => ({ type: 1 as const, contexts: [0], integration_types: [0] })

export function commandData(commands: Commands): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  const subcommands = (who: Command['for']) => commands.list.filter((command) => command.for === who).map((command) => subcommand(command, commands))
  return [
    { ...inServers(), name: topCommands.everyone, description: 'The daily study question, the boards and the look-up', options: subcommands('everyone') },
    {
      ...inServers(),
      name: topCommands.managers,
      description: 'Set up and manage the daily study question of this channel',
      default_member_permissions: manageGuild,
      options: subcommands('managers'),
    },
  ]
}

function subcommand(command: Command, commands: Commands): APIApplicationCommandSubcommandOption {
  return { type: 1, name: command.name, description: command.summary, options: command.options.map((each) => option(each, commands)) }
}

function option({ name, kind, summary, required = false, choices }: CommandOption, commands: Commands): APIApplicationCommandBasicOption {
  const common = { name, description: summary, required }
  switch (kind) {
    case 'title':
    case 'words':
      return { ...common, type: 3, autocomplete: true, max_length: longestWords }
    case 'command':
      return { ...common, type: 3, choices: named(commands.list.map((each) => each.name)) }
    case 'topics':
    case 'zone':
      return { ...common, type: 3, autocomplete: true }
    case 'choice':
      return { ...common, type: 3, choices: named(choices ?? []) }
    case 'hour':
      return { ...common, type: 4, min_value: 0, max_value: 23 }
    case 'page':
      return { ...common, type: 4, min_value: 1, max_value: 9999 }
    case 'person':
      return { ...common, type: 6 }
    case 'time':
    case 'days':
    case 'opening':
      return { ...common, type: 3, max_length: limits.choiceText }
  }
}

/** A question in a sentence or two fits; a page does not. */
const longestWords = 300

const named = (values: readonly string[]) => values.slice(0, limits.choices).map((value) => ({ name: value, value }))
