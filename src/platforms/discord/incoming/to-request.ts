// From an interaction to a request for the bot.
import { MessageFlags, PermissionFlagsBits, type ChatInputCommandInteraction } from 'discord.js'
import type { Commands } from '../../../commands/commands.ts'
import type { ParsedCommand } from '../../../commands/parse.ts'
import { channelTag, personTag, roleTag } from '../../../commands/values/members.ts'
import { readFormName } from '../../../screens/form.ts'
import type { Request, Requester } from '../../../screens/request.ts'
import { displayName } from '../display-name.ts'
import { readFormId } from '../form-id.ts'
import { accountId, directMessages, groupId, messageRef, personId, placeId, roleId } from '../ids.ts'
import { controlOf, serverOf, type UserInteraction } from '../interaction.ts'
import { filledValues } from './filled-modal.ts'
import { readMention } from './roles.ts'

export function toRequest(interaction: UserInteraction, commands: Commands): Request {
  const { channelId } = interaction
  const server = serverOf(interaction)
  const guildId = server ?? directMessages
  const from = {
    event: `discord:${interaction.id}`,
    // When the person pressed, not when the event arrived: an answer in the last second counts.
    at: interaction.createdTimestamp,
    group: groupId(guildId),
    ...(server === null ? { outside: true } : {}),
    place: channelId === null || server === null ? null : placeId(guildId, channelId),
    asker: requester(interaction, guildId),
  }
  if (interaction.isChatInputCommand()) return { ...from, kind: 'command', command: parsedCommand(interaction, guildId, commands) }
  if (interaction.isModalSubmit()) {
    const form = readFormId(interaction.customId)
    return { ...from, place: from.place ?? form?.place ?? null, kind: 'form', ...readFormName(form?.command ?? ''), values: form === undefined ? {} : filledValues(interaction) }
  }
  const chosen = interaction.isStringSelectMenu() ? texts(interaction.values) : []
  const onPrivate = server === null || interaction.message.flags.has(MessageFlags.Ephemeral)
  const message = onPrivate || channelId === null ? {} : { message: messageRef(channelId, interaction.message.id) }
  return { ...from, kind: 'press', control: controlOf(interaction), chosen, ...message }
}

function requester(interaction: UserInteraction, guildId: string): Requester {
  // Also true for administrators: `has` checks for them first.
  const manages = guildId !== directMessages && (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false)
  return {
    id: personId(guildId, interaction.user.id),
    account: accountId(interaction.user.id),
    ...nameOf(interaction),
    // Discord tells nobody's zone.
    zone: null,
    admin: manages,
    maySetUp: manages,
  }
}

function nameOf({ member, user }: UserInteraction): Pick<Requester, 'name' | 'standIn'> {
  const nick = member === null ? null : 'nickname' in member ? member.nickname : member.nick
  const name = displayName({ nick, globalName: user.globalName, username: user.username })
  return name === undefined ? { name: 'Somebody', standIn: true } : { name }
}

function parsedCommand(interaction: ChatInputCommandInteraction, guildId: string, commands: Commands): ParsedCommand {
  const typed = String(interaction.options.getSubcommand(false) ?? interaction.commandName)
  const command = commands.find(typed)
  if (command === undefined) return { kind: 'unknown', typed, meant: null }
  const given = new Map((interaction.options.data[0]?.options ?? []).map(({ name, value }) => [name, value]))
  const values = command.options.flatMap(({ name, kind, choices = [] }): [string, string][] => {
    const value = given.get(name)
    if (value === undefined || value === false) return []
    // A yes or no; a menu that a client has kept may have one for any choice of one.
    if (value === true) return [[name, choices[0] ?? '']]
    return [[name, kind === 'person' ? personId(guildId, String(value)) : kind === 'members' ? withTags(guildId, String(value)) : String(value)]]
  })
  const mention = command.options.find(({ name, kind }) => kind === 'mention' && given.get(name) !== undefined)
  const all = Object.fromEntries(values)
  if (mention === undefined) return { kind: 'known', name: command.name, values: all }
  const read = readMention(String(given.get(mention.name)), interaction)
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

/** discord.js does not check what Discord sent. */
const texts = (values: unknown): string[] => (Array.isArray(values) ? values.map(String) : [])
