// The commands in the form in which Discord registers them, made from the one list for all platforms.
import {
  ApplicationCommandOptionType, ApplicationCommandType, ApplicationIntegrationType, InteractionContextType, PermissionFlagsBits,
  type APIApplicationCommandBasicOption, type APIApplicationCommandSubcommandOption, type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js'
import { isYesOrNo, type Command, type CommandOption } from '../../../commands/command.ts'
import type { Commands } from '../../../commands/commands.ts'
import { limits } from '../connection/limits.ts'
import { fileOption } from './attached-file.ts'
import { topCommands, topOf, type TopCommand } from '../top-commands.ts'

/** A set of permissions is sent as text: https://docs.discord.com/developers/topics/permissions */
const manageGuild = String(PermissionFlagsBits.ManageGuild)

const { Guild, BotDM, PrivateChannel } = InteractionContextType
const { GuildInstall, UserInstall } = ApplicationIntegrationType

/**
 * Where people can use a command: https://docs.discord.com/developers/interactions/application-commands#contexts. People who install the
 * app for themselves bring it along into all their servers and chats.
 */
const places = {
  'servers-and-bot': { contexts: [Guild, BotDM], integration_types: [GuildInstall] },
  everywhere: { contexts: [Guild, BotDM, PrivateChannel], integration_types: [GuildInstall, UserInstall] },
} as const

/**
 * In direct messages Discord knows no permissions, so there everybody sees the managers' commands: the bot knows who manages what.
 *
 * @param userInstall whether people can install the app for themselves
 */
export function commandData(commands: Commands, userInstall: boolean): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  const top = (where: keyof typeof places) => ({ type: ApplicationCommandType.ChatInput as const, contexts: [...places[where].contexts], integration_types: [...places[where].integration_types] })
  const subcommands = (below: TopCommand) => commands.list.filter((command) => topOf(command) === below).map((command) => subcommand(command))
  return [
    { ...top(userInstall ? 'everywhere' : 'servers-and-bot'), name: topCommands.everyone, description: "Today’s question, leaderboard, look-up, and more", options: subcommands('everyone') },
    { ...top(userInstall ? 'everywhere' : 'servers-and-bot'), name: topCommands.account, description: 'How others see you, when you’re away, and your own data', options: subcommands('account') },
    {
      ...top('servers-and-bot'),
      name: topCommands.managers,
      description: "Set up and manage this channel’s daily question",
      default_member_permissions: manageGuild,
      options: subcommands('managers'),
    },
  ]
}

function subcommand(command: Command): APIApplicationCommandSubcommandOption {
  const file = command.takesFile === undefined ? [] : [{ type: ApplicationCommandOptionType.Attachment as const, name: fileOption, description: command.takesFile.summary, required: false }]
  const options = [...command.options.map((each) => option(each)), ...file]
  return { type: ApplicationCommandOptionType.Subcommand, name: command.name, description: command.summary, options }
}

const text = ApplicationCommandOptionType.String as const
const number = ApplicationCommandOptionType.Integer as const
const boolean = ApplicationCommandOptionType.Boolean as const
const user = ApplicationCommandOptionType.User as const

/** In characters: a question of a sentence or two fits, a page does not. */
const longestWords = 300
/** A whole question with its options and reasons. */
const longestText = 4_000

function option({ name, kind, summary, required = false, choices }: CommandOption): APIApplicationCommandBasicOption {
  const common = { name, description: summary, required }
  switch (kind) {
    case 'dates':
    case 'text':
    case 'members':
    case 'code':
      return { ...common, type: text, max_length: longestWords }
    case 'parts':
      return { ...common, type: text, max_length: longestText }
    case 'title':
    case 'words':
      return { ...common, type: text, autocomplete: true, max_length: longestWords }
    case 'command':
    case 'topics':
    case 'course':
    case 'zone':
    case 'region':
    case 'mention':
      return { ...common, type: text, autocomplete: true }
    case 'choice':
      return isYesOrNo({ name, choices }) ? { ...common, type: boolean } : { ...common, type: text, choices: toChoices(choices ?? []) }
    case 'hour':
      return { ...common, type: number, min_value: 0, max_value: 23 }
    case 'number':
      return { ...common, type: number, min_value: 1, max_value: 9999 }
    case 'person':
      return { ...common, type: user }
    case 'time':
    case 'days':
    case 'opening':
    case 'letters':
    case 'name':
      return { ...common, type: text, max_length: limits.choiceText }
  }
}

const toChoices = (values: readonly string[]) => values.slice(0, limits.choices).map((value) => ({ name: value, value }))
