// What the bot may do in a channel, added up as Discord does: https://docs.discord.com/developers/topics/permissions#permission-overwrites
import { Routes, type REST } from 'discord.js'
import { expect, test } from 'vitest'
import { granted } from '../../../src/platforms/discord/connection/channel-permissions.ts'

const where = { server: '10', channel: '20', bot: '30' }
const [read, post] = [1n, 2n]
type Bits = Readonly<Record<string, bigint>>

/** The bot has the roles 11 and 12, and not 13. */
function may(roles: Bits, { deny = {}, allow = {} }: { readonly deny?: Bits; readonly allow?: Bits } = {}): Promise<bigint> {
  const ids = [...new Set([...Object.keys(allow), ...Object.keys(deny)])].toSorted((one, other) => Number(other) - Number(one))
  const answers = new Map<string, unknown>([
    [Routes.guildRoles(where.server), Object.entries(roles).map(([id, bits]) => ({ id, permissions: String(bits) }))],
    [Routes.guildMember(where.server, where.bot), { roles: ['11', '12'] }],
    [Routes.channel(where.channel), { type: 0, permission_overwrites: ids.map((id) => ({ id, deny: String(deny[id] ?? 0n), allow: String(allow[id] ?? 0n) })) }],
  ])
  return granted({ get: async (route: string) => answers.get(route) } as unknown as REST, where)
}

test.each<[string, bigint, ...Parameters<typeof may>]>([
  ['the role of everybody and its own roles count, others don’t', read | post, { 10: read, 11: post, 13: 4n }],
  ['what a channel takes from everybody, it may give back to a role', read | post, { 10: read | post }, { deny: { 10: read }, allow: { 12: read } }],
  ['of two roles, the one that allows wins', read, { 10: 0n }, { deny: { 11: read }, allow: { 12: read } }],
  ['what is said of the bot itself wins over its roles', post, { 10: 0n }, { deny: { 11: post, 30: read }, allow: { 11: read, 30: post } }],
  ['what is said of a role that it doesn’t have is nothing', read, { 10: read }, { deny: { 13: read }, allow: { 13: post } }],
])('%s', async (_, bits, roles, overwrites) => {
  expect(await may(roles, overwrites)).toBe(bits)
})

test('an administrator may do everything, whatever the channel says', async () => {
  expect((await may({ 10: 0n, 12: 1n << 3n }, { deny: { 10: read, 30: read } })) & read).toBe(read)
})
