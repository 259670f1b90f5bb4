// An interaction of Discord as a request to the bot.
import { PermissionFlagsBits, type ChatInputCommandInteraction, type Interaction, type MessageComponentInteraction, type ModalSubmitInteraction } from 'discord.js'
import type { Commands } from '../../../commands/commands.ts'
import type { ParsedCommand } from '../../../commands/parse.ts'
import type { Request, Requester } from '../../../screens/request.ts'
import { groupId, personId, placeId } from '../ids.ts'

/** What people do that is answered with a screen. */
export type Asked = Extract<Interaction, ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction>

export function isAsked(interaction: Interaction): interaction is Asked {
  return interaction.isChatInputCommand() || interaction.isMessageComponent() || interaction.isModalSubmit()
}

/** Undefined outside of servers, where there is no quiz. */
export function toRequest(interaction: Asked, commands: Commands): Request | undefined {
  const { guildId, channelId } = interaction
  if (guildId === null) return undefined
  const from = {
    event: `discord:${interaction.id}`,
    // The moment of the press, not of its arrival: an answer in the last second counts.
    at: interaction.createdTimestamp,
    group: groupId(guildId),
    place: channelId === null ? null : placeId(guildId, channelId),
    asker: asker(interaction, guildId),
  }
  if (interaction.isChatInputCommand()) return { ...from, kind: 'command', command: command(interaction, guildId, commands) }
  const chosen = interaction.isStringSelectMenu() ? texts(interaction.values) : []
  return { ...from, kind: 'press', control: controlOf(interaction), chosen }
}

function asker(interaction: Asked, guildId: string): Requester {
  // Administrators have it too: `has` looks for them first.
  const manages = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false
  return {
    id: personId(guildId, interaction.user.id),
    name: nameOf(interaction),
    // Discord tells nobody's zone.
    zone: null,
    admin: manages,
    maySetUp: manages,
  }
}

function nameOf({ member, user }: Asked): string {
  const nick = member === null ? null : 'nickname' in member ? member.nickname : member.nick
  // The library hands on what came, whatever it is.
  const names: readonly unknown[] = [nick, user.globalName, user.username]
  return names.find((name) => typeof name === 'string' && name !== '') as string | undefined ?? 'Somebody'
}

function command(interaction: ChatInputCommandInteraction, guildId: string, commands: Commands): ParsedCommand {
  const typed = String(interaction.options.getSubcommand(false) ?? interaction.commandName)
  const known = commands.find(typed)
  if (known === undefined) return { kind: 'unknown', typed, meant: null }
  const given = new Map((interaction.options.data[0]?.options ?? []).map(({ name, value }) => [name, value]))
  const values = known.options.flatMap(({ name, kind }) => {
    const value = given.get(name)
    if (value === undefined) return []
    return [[name, kind === 'person' ? personId(guildId, String(value)) : String(value)]]
  })
  return { kind: 'known', name: known.name, values: Object.fromEntries(values) as Readonly<Record<string, string>> }
}

/** The library hands on what came, whatever it is. */
const texts = (values: unknown): string[] => (Array.isArray(values) ? values.map(String) : [])

/** What the button says. Spaces at the end tell equal controls on one screen apart. */
export const controlOf = ({ customId }: Pick<MessageComponentInteraction, 'customId'>): string => customId.trimEnd()
