// Discord's servers, channels, people and messages as opaque ids. Only this file makes and reads them.
import type { MessageRef } from '../platform.ts'
import type { AccountId, GroupId, MentionId, PersonId, PlaceId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'

/** Discord's id of anything: a number of up to 20 digits as text. Contains the time at which the thing was created. */
export type Snowflake = string

export const isSnowflake = (text: string): boolean => /^\d{15,20}$/.test(text)

/** Stands for a server where there is none: in direct messages, and in servers that the bot is not in. */
export const directMessages = '@me'

export const groupId = (guild: Snowflake): GroupId => `discord:${guild}`
export const placeId = (guild: Snowflake, channel: Snowflake): PlaceId => `discord:${guild}:${channel}`
/** A user is another person in each server, because names and boards belong to a server. */
export const personId = (guild: Snowflake, user: Snowflake): PersonId => `discord:${guild}:u:${user}`
/** The user, who is one and the same in all servers and in direct messages. */
export const accountId = (user: Snowflake): AccountId => `discord:u:${user}`
export const roleId = (guild: Snowflake, role: Snowflake): MentionId => `discord:${guild}:r:${role}`
export const messageRef = (channel: Snowflake, message: Snowflake): MessageRef => `${channel}/${message}`

/** Undefined if it is not a server of Discord. */
export function readGroup(group: GroupId): Snowflake | undefined {
  const [platform, guild = '', ...rest] = group.split(':')
  return platform === 'discord' && rest.length === 0 && isSnowflake(guild) ? guild : undefined
}

/** Undefined if it is not a channel of Discord. */
export function readPlace(place: PlaceId): { readonly guild: Snowflake; readonly channel: Snowflake } | undefined {
  const [platform, guild = '', channel = '', ...rest] = place.split(':')
  return platform === 'discord' && rest.length === 0 && isSnowflake(guild) && isSnowflake(channel) ? { guild, channel } : undefined
}

export const isPlace = (place: string): boolean => readPlace(place) !== undefined

/** Undefined if it is not a person on Discord. */
export function readPerson(person: PersonId): { readonly guild: Snowflake; readonly user: Snowflake } | undefined {
  const [platform, guild = '', mark, user = '', ...rest] = person.split(':')
  const isPerson = platform === 'discord' && mark === 'u' && rest.length === 0 && isSnowflake(guild) && isSnowflake(user)
  return isPerson ? { guild, user } : undefined
}

/** The user behind a person or an account, also behind a person of no server; undefined if they are not on Discord. */
export function readUser(id: PersonId | AccountId): Snowflake | undefined {
  const [, user] = /^discord:(?:(?:\d+|@me):)?u:(\d+)$/u.exec(id) ?? []
  return user !== undefined && isSnowflake(user) ? user : undefined
}

/** The role behind a mention; undefined for any other mention, and for @everyone, whose role has the id of its server. */
export function readRole(mention: MentionId): { readonly guild: Snowflake; readonly role: Snowflake } | undefined {
  const [platform, guild = '', mark, role = '', ...rest] = mention.split(':')
  const isRole = platform === 'discord' && mark === 'r' && rest.length === 0 && isSnowflake(guild) && isSnowflake(role)
  return isRole && role !== guild ? { guild, role } : undefined
}

/** Undefined if it is not a message on Discord. */
export function readMessageRef(ref: MessageRef): { readonly channel: Snowflake; readonly message: Snowflake } | undefined {
  const [channel = '', message = '', ...rest] = ref.split('/')
  return rest.length === 0 && isSnowflake(channel) && isSnowflake(message) ? { channel, message } : undefined
}

/** The instant from which ids count milliseconds: https://docs.discord.com/developers/reference#snowflakes */
const discordEpoch = Date.UTC(2015, 0, 1)

/** When the thing with this id was created. */
export const instantOf = (id: Snowflake): Instant => Number(BigInt(id) >> 22n) + discordEpoch

/** The smallest id of an instant: whatever was created then or later has this id or a greater one. */
export function firstIdAt(at: Instant): Snowflake {
  return String(BigInt(Math.max(0, Math.floor(at) - discordEpoch)) << 22n)
}
