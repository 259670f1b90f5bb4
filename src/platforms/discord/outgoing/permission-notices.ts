// Notices about Discord's permissions, added to the bot's replies for somebody who can grant them.
import { GuildMember, PermissionFlagsBits, type ChatInputCommandInteraction } from 'discord.js'
import type { Commands } from '../../../commands/commands.ts'
import type { Reply } from '../../../screens/request.ts'
import type { Screen } from '../../../screens/screen.ts'
import { command, strong } from '../../../screens/text.ts'
import { missingPermissions } from '../connection/permissions.ts'
import { readFormId } from '../form-id.ts'
import { serverOf, type UserInteraction } from '../interaction.ts'

export function permissionNotices(interaction: UserInteraction, replies: readonly Reply[], commands: Commands): Screen[] {
  const refused = replies.some(({ to, screen }) => to === 'form' || screen.name === 'refusal')
  // What Discord says elsewhere isn't about the channel.
  if (refused || serverOf(interaction) === null) return []
  if (interaction.isModalSubmit()) return commands.find(readFormId(interaction.customId)?.command ?? '')?.posts === undefined ? [] : lackingPermissions(interaction)
  if (!interaction.isChatInputCommand()) return []
  if (replies.some((reply) => reply.to === 'asker' && reply.newManager !== undefined)) return hiddenCommands(interaction)
  const found = commands.find(interaction.options.getSubcommand(false) ?? '')
  return found?.posts === undefined ? [] : lackingPermissions(interaction)
}

function lackingPermissions(interaction: UserInteraction): Screen[] {
  const missing = missingPermissions(interaction.appPermissions.bitfield, interaction.channel?.isThread() ?? false)
  if (missing.length === 0) return []
  return [
    warning('The bot needs more permissions here', [
      { kind: 'paragraph', text: ["Without these, the daily question doesn’t work in this channel:"] },
      { kind: 'list', items: missing.map((permission) => [strong(permission.name), `, ${permission.why}`]) },
      {
        kind: 'paragraph',
        text: ['Open Edit Channel > Permissions, add the bot, and allow these. To check the daily question: ', command('status')],
      },
    ]),
  ]
}

/** Discord shows commands by the server's permissions and does not know the managers that people name. */
function hiddenCommands(interaction: ChatInputCommandInteraction): Screen[] {
  const named = interaction.options.data[0]?.options?.find(({ user }) => user !== undefined)
  if (named === undefined) return []
  if (named.member instanceof GuildMember && named.member.permissions.has(PermissionFlagsBits.ManageGuild)) return []
  return [
    warning('One more step for the new manager', [
      { kind: 'paragraph', text: ['Discord shows ', strong('/study-admin'), ' only to members with Manage Server.'] },
      { kind: 'paragraph', text: ['This person can use it in a direct message with the bot.'] },
      { kind: 'paragraph', text: ['To show it to them in the server too, open Server Settings > Integrations, choose the bot, then /study-admin, and add them.'] },
    ]),
  ]
}

const warning = (title: string, blocks: Screen['blocks']): Screen => ({ name: 'notice', title, tone: 'warning', blocks })
