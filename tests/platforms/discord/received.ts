// Interactions as the bot reads them from what Discord sends, without a connection.
import type { TypingInteraction, UserInteraction } from '../../../src/platforms/discord/interaction.ts'
import { readInteraction } from '../../../src/platforms/discord/incoming/read-interaction.ts'
import type { Role, ServerRoles } from '../../../src/platforms/discord/incoming/roles.ts'

export const ids = { server: '100000000000000001', channel: '100000000000000002', user: '100000000000000003', message: '100000000000000004', interaction: '175928847299117063' } as const

export type RoleData = { readonly id: string; readonly name: string; readonly mentionable?: boolean; readonly managed?: boolean }

export const user = { id: ids.user, username: 'ada', discriminator: '0', global_name: 'Ada Lovelace', avatar: null }

const role = ({ mentionable = false, managed = false, ...named }: RoleData): Role => ({ ...named, mentionable, managed })

export type Around = {
  /** In a server that the bot is in, with these roles; null in direct messages. */
  readonly roles?: readonly RoleData[] | null
  readonly nick?: string | null
  readonly permissions?: bigint
  readonly botMay?: bigint
}

export function rolesIn({ roles = [] }: Around): ServerRoles | null {
  return roles === null ? null : { server: ids.server, roles: [{ id: ids.server, name: '@everyone', mentionable: true }, ...roles].map(role) }
}

/** @param payload the fields that matter to the test, as Discord names them */
export function received(payload: { readonly type: number; readonly data: object } & Readonly<Record<string, unknown>>, around: Around = {}): UserInteraction | TypingInteraction {
  const { roles = [], nick = null, permissions = 0n, botMay = 0n } = around
  const inServer = { guild_id: ids.server, member: { user, nick, roles: [], permissions: String(permissions), joined_at: '2026-01-01T00:00:00Z', flags: 0 } }
  const interaction = readInteraction({
    id: ids.interaction, application_id: '1', token: 'token', version: 1, locale: 'en-US', entitlements: [], app_permissions: String(botMay), channel: { id: ids.channel, type: roles === null ? 1 : 0, guild_id: ids.server, recipients: [] },
    authorizing_integration_owners: roles === null ? {} : { 0: ids.server }, context: roles === null ? 1 : 0, attachment_size_limit: 1,
    ...(roles === null ? { user } : inServer),
    ...payload,
  })
  if (interaction === undefined) throw new Error('the bot cannot read such an interaction')
  return interaction
}

export function receivedFromUser(...given: Parameters<typeof received>): UserInteraction {
  const interaction = received(...given)
  if (interaction.kind === 'typing') throw new Error('somebody is still typing')
  return interaction
}
