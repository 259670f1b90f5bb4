// Interactions as discord.js makes them of what Discord sends, without a connection.
import { Client, Events, type Interaction } from 'discord.js'

/** What discord.js has but doesn't declare. */
type Inside = {
  readonly actions: { readonly InteractionCreate: { handle(payload: object): void } }
  readonly guilds: { _add(guild: object): void }
}

export const ids = { server: '100000000000000001', channel: '100000000000000002', user: '100000000000000003', message: '100000000000000004', interaction: '175928847299117063' } as const

export type RoleData = { readonly id: string; readonly name: string; readonly mentionable?: boolean; readonly managed?: boolean }

export const user = { id: ids.user, username: 'ada', discriminator: '0', global_name: 'Ada Lovelace', avatar: null }

const role = ({ mentionable = false, managed = false, ...named }: RoleData) =>
  ({ ...named, mentionable, managed, color: 0, colors: { primary_color: 0 }, hoist: false, position: 1, permissions: '0', flags: 0 })

type Around = {
  /** In a server that the bot is in, with these roles; null in direct messages. */
  readonly roles?: readonly RoleData[] | null
  readonly nick?: string | null
  readonly permissions?: bigint
  readonly botMay?: bigint
}

/** @param payload the fields that matter to the test, as Discord names them */
export function received<Kind extends Interaction = Interaction>(payload: { readonly type: number; readonly data: object } & Readonly<Record<string, unknown>>, around: Around = {}): Kind {
  const { roles = [], nick = null, permissions = 0n, botMay = 0n } = around
  const client = new Client({ intents: [] })
  const inside = client as unknown as Inside
  const everyone = { id: ids.server, name: '@everyone', mentionable: true }
  if (roles !== null) inside.guilds._add({ id: ids.server, name: 'A server', roles: [everyone, ...roles].map(role), channels: [], members: [], emojis: [], stickers: [] })
  const found: Interaction[] = []
  client.on(Events.InteractionCreate, (interaction) => void found.push(interaction))
  const inServer = { guild_id: ids.server, member: { user, nick, roles: [], permissions: String(permissions), joined_at: '2026-01-01T00:00:00Z', flags: 0 } }
  inside.actions.InteractionCreate.handle({
    id: ids.interaction, application_id: '1', token: 'token', version: 1, locale: 'en-US', entitlements: [], app_permissions: String(botMay), channel: { id: ids.channel, type: roles === null ? 1 : 0, guild_id: ids.server, recipients: [] },
    authorizing_integration_owners: roles === null ? {} : { 0: ids.server }, context: roles === null ? 1 : 0, attachment_size_limit: 1,
    ...(roles === null ? { user } : inServer),
    ...payload,
  })
  const [interaction] = found
  if (interaction === undefined) throw new Error('discord.js does not know such an interaction')
  return interaction as Kind
}
