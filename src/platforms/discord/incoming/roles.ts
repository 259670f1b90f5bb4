// Roles that the daily question can ping: read from what was typed or chosen, and suggested while somebody types.
import { PermissionFlagsBits, type AutocompleteInteraction, type ChatInputCommandInteraction, type Role } from 'discord.js'
import { fold, isSameName } from '../../../commands/fold.ts'
import type { Suggestion } from '../../../screens/form.ts'
import { roleId } from '../ids.ts'

/** `off`, or the id of a role of this server that the bot may ping; a problem in a sentence for anything else, @everyone included. */
export function readMention(typed: string, interaction: ChatInputCommandInteraction): { readonly value: string } | { readonly problem: string } {
  const text = typed.trim()
  if (/^off$/iu.test(text)) return { value: 'off' }
  const [, id] = /^<@&(\d+)>$/u.exec(text) ?? []
  if (interaction.guild === null) return { problem: 'There are no roles to choose from here. Set who gets pinged in the channel itself, or write off.' }
  const roles = rolesOf(interaction)
  const role = roles.find((each) => each.id === id) ?? roles.find(({ name }) => name === text || `@${name}` === text) ?? roles.find(({ name }) => isSameName(name, text))
  if (role === undefined) return { problem: `“${text.slice(0, 80)}” can’t be pinged. Choose a role from the list, or write off.` }
  if (role.mentionable || interaction.appPermissions.has(PermissionFlagsBits.MentionEveryone)) return { value: roleId(role.guild.id, role.id) }
  const remedy = 'In Server Settings, Roles, allow anyone to @mention this role. Then try again.'
  return { problem: `The bot isn’t allowed to ping @${role.name.slice(0, 80)}. ${remedy}` }
}

export function suggestRoles(typed: string, interaction: AutocompleteInteraction, limit: number): readonly Suggestion[] {
  const wanted = typed.trim().replace(/^@/u, '').toLowerCase()
  const found = rolesOf(interaction).filter(({ name }) => name.toLowerCase().includes(wanted) || (fold(wanted) !== '' && fold(name).includes(fold(wanted))))
  const roles = found.map(({ id, name }) => ({ value: `<@&${id}>`, label: `@${name}` }))
  return [...('off'.startsWith(wanted) ? [{ value: 'off', label: 'Off: ping nobody' }] : []), ...roles].slice(0, limit)
}

/** Without @everyone, whose role has the id of the server, and without the roles of bots. */
function rolesOf({ guild }: ChatInputCommandInteraction | AutocompleteInteraction): readonly Role[] {
  return [...(guild?.roles.cache.values() ?? [])].filter(({ id, managed }) => id !== guild?.id && !managed)
}
