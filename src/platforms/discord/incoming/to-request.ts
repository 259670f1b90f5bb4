// From an interaction to a request for the bot.
import type { Commands } from '../../../commands/commands.ts'
import type { ParsedCommand } from '../../../commands/parse.ts'
import { channelTag, personTag, roleTag } from '../../../commands/values/members.ts'
import { readFormName } from '../../../screens/form.ts'
import type { Request, Requester } from '../../../screens/request.ts'
import { mayManage } from '../connection/permissions.ts'
import { readFormId } from '../form-id.ts'
import { accountId, directMessages, groupId, messageRef, personId, placeId, roleId } from '../ids.ts'
import { controlOf, type CommandInteraction, type UserInteraction } from '../interaction.ts'
import { readMention, type KnownRoles } from './roles.ts'

/** @param roles of the server, where {@link namesRole}; otherwise they are not looked at */
export function toRequest(interaction: UserInteraction, commands: Commands, roles: KnownRoles): Request {
  const { channel, server } = interaction
  const guildId = server ?? directMessages
  const from = {
    event: `discord:${interaction.id}`,
    // When the person pressed, not when the event arrived: an answer in the last second counts.
    at: interaction.at,
    group: groupId(guildId),
    ...(server === null ? { outside: true } : {}),
    place: channel === null || server === null ? null : placeId(guildId, channel),
    asker: requester(interaction, guildId),
  }
  switch (interaction.kind) {
    case 'command':
      return { ...from, kind: 'command', command: parsedCommand(interaction, guildId, commands, roles) }
    case 'form': {
      const form = readFormId(interaction.customId)
      return { ...from, place: from.place ?? form?.place ?? null, kind: 'form', ...readFormName(form?.command ?? ''), values: form === undefined ? {} : interaction.values }
    }
    case 'press': {
      const onPrivate = server === null || interaction.message.isPrivate
      const message = onPrivate || channel === null ? {} : { message: messageRef(channel, interaction.message.id) }
      return { ...from, kind: 'press', control: controlOf(interaction), chosen: interaction.chosen, ...message }
    }
  }
}

function requester({ user, name, may }: UserInteraction, guildId: string): Requester {
  const manages = guildId !== directMessages && mayManage(may)
  return {
    id: personId(guildId, user),
    account: accountId(user),
    ...(name === undefined ? { name: 'Somebody', standIn: true } : { name }),
    // Discord tells nobody's zone.
    zone: null,
    admin: manages,
    maySetUp: manages,
  }
}

/** The option with the role to ping, if this is a command that was given one. */
function roleOption({ sub, options }: CommandInteraction, commands: Commands) {
  const mention = commands.find(sub ?? '')?.options.find(({ kind }) => kind === 'mention')
  return options.find(({ name, value }) => name === mention?.name && value !== undefined)
}

export const namesRole = (interaction: UserInteraction, commands: Commands): boolean => interaction.kind === 'command' && roleOption(interaction, commands) !== undefined

function parsedCommand(interaction: CommandInteraction, guildId: string, commands: Commands, roles: KnownRoles): ParsedCommand {
  const typed = interaction.sub ?? interaction.top
  const command = commands.find(typed)
  if (command === undefined) return { kind: 'unknown', typed, meant: null }
  const given = new Map(interaction.options.map(({ name, value }) => [name, value]))
  const values = command.options.flatMap(({ name, kind, choices = [] }): [string, string][] => {
    const value = given.get(name)
    if (value === undefined || value === false) return []
    // A yes or no; a menu that a client has kept may have one for any choice of one.
    if (value === true) return [[name, choices[0] ?? '']]
    return [[name, kind === 'person' ? personId(guildId, String(value)) : kind === 'members' ? withTags(guildId, String(value)) : String(value)]]
  })
  const mention = roleOption(interaction, commands)
  const all = Object.fromEntries(values)
  if (mention === undefined) return { kind: 'known', name: command.name, values: all }
  const read = readMention(String(mention.value), roles, interaction.botMay)
  if ('problem' in read) return { kind: 'misused', name: command.name, problem: read.problem }
  return { kind: 'known', name: command.name, values: { ...all, [mention.name]: read.value } }
}

/** People type mentions into the text, as Discord writes them: https://docs.discord.com/developers/reference#message-formatting */
const withTags = (guildId: string, text: string): string =>
  text
    .replaceAll(/<@!?(\d+)>/gu, (_, id: string) => ` ${personTag(personId(guildId, id))} `)
    // The role @everyone has the id of its server.
    .replaceAll(/<@&(\d+)>/gu, (_, id: string) => ` ${id === guildId ? '@everyone' : roleTag(roleId(guildId, id))} `)
    .replaceAll(/<#(\d+)>/gu, (_, id: string) => ` ${channelTag(placeId(guildId, id))} `)
