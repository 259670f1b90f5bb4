// Notices about Discord's permissions, added to the bot's replies for somebody who can grant them.
import type { Commands } from '../../../commands/commands.ts'
import type { Reply } from '../../../screens/request.ts'
import type { Screen } from '../../../screens/screen.ts'
import { command, strong } from '../../../screens/text.ts'
import { mayManage, missingPermissions } from '../connection/permissions.ts'
import { readFormId } from '../form-id.ts'
import type { CommandInteraction, UserInteraction } from '../interaction.ts'

export function permissionNotices(interaction: UserInteraction, replies: readonly Reply[], commands: Commands): Screen[] {
  const refused = replies.some(({ to, screen }) => to === 'form' || screen.name === 'refusal')
  // What Discord says elsewhere isn't about the channel.
  if (refused || interaction.server === null) return []
  if (interaction.kind === 'form') return commands.find(readFormId(interaction.customId)?.command ?? '')?.posts === undefined ? [] : lackingPermissions(interaction)
  if (interaction.kind !== 'command') return []
  if (replies.some((reply) => reply.to === 'asker' && reply.newManager !== undefined)) return hiddenCommands(interaction)
  const found = commands.find(interaction.sub ?? '')
  return found?.posts === undefined ? [] : lackingPermissions(interaction)
}

function lackingPermissions({ botMay, isInThread }: UserInteraction): Screen[] {
  const missing = missingPermissions(botMay, isInThread)
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
function hiddenCommands({ person }: CommandInteraction): Screen[] {
  if (person === undefined || mayManage(person.may)) return []
  return [
    warning('One more step for the new manager', [
      { kind: 'paragraph', text: ['Discord shows ', strong('/study-admin'), ' only to members with Manage Server.'] },
      { kind: 'paragraph', text: ['This person can use it in a direct message with the bot.'] },
      { kind: 'paragraph', text: ['To show it to them in the server too, open Server Settings > Integrations, choose the bot, then /study-admin, and add them.'] },
    ]),
  ]
}

const warning = (title: string, blocks: Screen['blocks']): Screen => ({ name: 'notice', title, tone: 'warning', blocks })
