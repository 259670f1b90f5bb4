// Roles that the daily question can ping: read from what was typed or chosen, and suggested while somebody types.
import { fold, isSameName } from '../../../commands/fold.ts'
import type { Suggestion } from '../../../screens/form.ts'
import { administrator } from '../connection/permissions.ts'
import { roleId, type Snowflake } from '../ids.ts'

/** https://docs.discord.com/developers/topics/permissions#role-object */
export type Role = { readonly id: Snowflake; readonly name: string; readonly mentionable: boolean; /** It belongs to a bot. */ readonly managed: boolean }

/** The roles of a server, with @everyone, whose role has the id of the server. */
export type ServerRoles = { readonly server: Snowflake; readonly roles: readonly Role[] }

/** Null where there is no server, or the bot isn't in it; `silent` while Discord does not say. */
export type KnownRoles = ServerRoles | null | 'silent'

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
const mentionEveryone = 1n << 17n

/** `off`, or the id of a role of this server that the bot may ping; a problem in a sentence for anything else, @everyone included. */
export function readMention(typed: string, known: KnownRoles, botMay: bigint): { readonly value: string } | { readonly problem: string } {
  const text = typed.trim()
  if (/^off$/iu.test(text)) return { value: 'off' }
  const [, id] = /^<@&(\d+)>$/u.exec(text) ?? []
  if (known === null) return { problem: 'There are no roles to choose from here. Set who gets pinged in the channel itself, or write off.' }
  if (known === 'silent') return { problem: 'Discord isn’t saying which roles there are right now. Try again in a minute.' }
  const roles = rolesOf(known)
  const role = roles.find((each) => each.id === id) ?? roles.find(({ name }) => name === text || `@${name}` === text) ?? roles.find(({ name }) => isSameName(name, text))
  if (role === undefined) return { problem: `“${text.slice(0, 80)}” can’t be pinged. Choose a role from the list, or write off.` }
  if (role.mentionable || (botMay & (administrator | mentionEveryone)) !== 0n) return { value: roleId(known.server, role.id) }
  const remedy = 'In Server Settings, Roles, allow anyone to @mention this role. Then try again.'
  return { problem: `The bot isn’t allowed to ping @${role.name.slice(0, 80)}. ${remedy}` }
}

export function suggestRoles(typed: string, known: KnownRoles, limit: number): readonly Suggestion[] {
  const wanted = typed.trim().replace(/^@/u, '').toLowerCase()
  const found = (known === null || known === 'silent' ? [] : rolesOf(known)).filter(({ name }) => name.toLowerCase().includes(wanted) || (fold(wanted) !== '' && fold(name).includes(fold(wanted))))
  const roles = found.map(({ id, name }) => ({ value: `<@&${id}>`, label: `@${name}` }))
  return [...('off'.startsWith(wanted) ? [{ value: 'off', label: 'Off: ping nobody' }] : []), ...roles].slice(0, limit)
}

/** Without @everyone, and without the roles of bots. */
const rolesOf = ({ server, roles }: ServerRoles): readonly Role[] => roles.filter(({ id, managed }) => id !== server && !managed)
