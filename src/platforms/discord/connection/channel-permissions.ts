// What the bot may do in a channel, asked of Discord and added up as it does: https://docs.discord.com/developers/topics/permissions#permission-overwrites
import { Routes, type REST } from 'discord.js'
import type { Snowflake } from '../ids.ts'
import { bits, list, raw, type Raw } from '../raw.ts'
import { administrator } from './permissions.ts'

type Where = { readonly server: Snowflake; readonly channel: Snowflake; readonly bot: Snowflake }

const all = (1n << 64n) - 1n
const threads: ReadonlySet<unknown> = new Set([10, 11, 12])

/** Fails as the requests do. */
export async function granted(rest: REST, { server, channel, bot }: Where): Promise<bigint> {
  const asked = await Promise.all([rest.get(Routes.guildRoles(server)), rest.get(Routes.guildMember(server, bot)), channelWithRights(rest, channel)])
  const [roles, member, found] = [list(asked[0]).map(raw), raw(asked[1]), asked[2]]
  // The role @everyone has the id of its server.
  const own: ReadonlySet<unknown> = new Set([server, ...list(member['roles'])])
  const base = roles.filter(({ id }) => own.has(id)).reduce((sum, role) => sum | bits(role['permissions']), 0n)
  if ((base & administrator) !== 0n) return all
  const overwrites = list(found['permission_overwrites']).map(raw)
  const ofEveryone = overwrites.filter(({ id }) => id === server)
  const ofRoles = overwrites.filter(({ id }) => id !== server && own.has(id))
  const ofBot = overwrites.filter(({ id }) => id === bot)
  return [ofEveryone, ofRoles, ofBot].reduce(overwritten, base)
}

function overwritten(before: bigint, those: readonly Raw[]): bigint {
  const denied = those.reduce((sum, { deny }) => sum | bits(deny), 0n)
  const allowed = those.reduce((sum, { allow }) => sum | bits(allow), 0n)
  return (before & ~denied) | allowed
}

/** A thread has the rights of its channel. */
async function channelWithRights(rest: REST, channel: Snowflake): Promise<Raw> {
  const found = raw(await rest.get(Routes.channel(channel)))
  const { parent_id: parent } = found
  return threads.has(found['type']) && typeof parent === 'string' ? raw(await rest.get(Routes.channel(parent))) : found
}
