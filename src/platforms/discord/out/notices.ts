// What only this platform has to add to the bot's replies: a word on permissions, for the one who can grant them.
import { GuildMember, PermissionFlagsBits, type ChatInputCommandInteraction } from 'discord.js'
import type { Reply } from '../../platform.ts'
import type { Screen } from '../../../screens/screen.ts'
import { command, strong } from '../../../screens/text.ts'
import type { Asked } from '../in/to-request.ts'
import { missingPermissions } from '../line/permissions.ts'

/** After these the bot is going to post here. */
const beforePosts: ReadonlySet<string> = new Set(['setup', 'settings', 'resume', 'now'])

export function notices(interaction: Asked, replies: readonly Reply[]): Screen[] {
  const refused = replies.some(({ screen }) => screen.name === 'refusal')
  if (refused || !interaction.isChatInputCommand()) return []
  const name = interaction.options.getSubcommand(false)
  if (name === 'managers') return hiddenCommands(interaction)
  return name !== null && beforePosts.has(name) ? lackingPermissions(interaction) : []
}

function lackingPermissions(interaction: Asked): Screen[] {
  const missing = missingPermissions(interaction.appPermissions.bitfield, interaction.channel?.isThread() ?? false)
  if (missing.length === 0) return []
  return [
    warning('The bot needs more permissions here', [
      { kind: 'paragraph', text: ['Without them the daily question does not work in this channel:'] },
      { kind: 'list', items: missing.map((permission) => [strong(permission.name), `, ${permission.why}`]) },
      { kind: 'paragraph', text: ['Open Edit Channel, Permissions, add the bot, and allow these. ', command('status'), ' says how the daily question stands.'] },
    ]),
  ]
}

/** Discord shows a command by the permissions of the server, and knows nothing of the managers that people name. */
function hiddenCommands(interaction: ChatInputCommandInteraction): Screen[] {
  const named = interaction.options.data[0]?.options?.find(({ name }) => name === 'person')
  if (interaction.options.getString('change') !== 'add' || named?.user === undefined) return []
  if (named.member instanceof GuildMember && named.member.permissions.has(PermissionFlagsBits.ManageGuild)) return []
  return [
    warning('One more step for the new manager', [
      { kind: 'paragraph', text: ['Discord shows ', strong('/study-admin'), ' only to members with Manage Server.'] },
      { kind: 'paragraph', text: ['To show it to this person too, open Server Settings, Integrations, choose the bot and then /study-admin, and add them.'] },
    ]),
  ]
}

const warning = (title: string, blocks: Screen['blocks']): Screen => ({ name: 'notice', title, tone: 'warning', blocks })
