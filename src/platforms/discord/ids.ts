// The ids of this adapter: servers, channels, people and messages of Discord as opaque strings, made and read here alone.
import type { MessageRef } from '../platform.ts'
import type { GroupId, PersonId, PlaceId } from '../../core/quiz.ts'

/** A number of up to 20 digits that Discord gives to everything it has, as text. Holds the moment of its making. */
export type Snowflake = string

const snowflake = /^\d{15,20}$/

export const groupId = (guild: Snowflake): GroupId => `discord:${guild}`
export const placeId = (guild: Snowflake, channel: Snowflake): PlaceId => `discord:${guild}:${channel}`
/** One person is somebody else in each server: names and boards belong to a server. */
export const personId = (guild: Snowflake, user: Snowflake): PersonId => `discord:${guild}:u:${user}`
export const messageRef = (channel: Snowflake, message: Snowflake): MessageRef => `${channel}/${message}`

export function readPlace(place: PlaceId): { readonly guild: Snowflake; readonly channel: Snowflake } | undefined {
  const [platform, guild = '', channel = '', ...rest] = place.split(':')
  return platform === 'discord' && rest.length === 0 && snowflake.test(guild) && snowflake.test(channel) ? { guild, channel } : undefined
}

export function readPerson(person: PersonId): { readonly guild: Snowflake; readonly user: Snowflake } | undefined {
  const [platform, guild = '', mark, user = '', ...rest] = person.split(':')
  const known = platform === 'discord' && mark === 'u' && rest.length === 0 && snowflake.test(guild) && snowflake.test(user)
  return known ? { guild, user } : undefined
}

export function readMessageRef(message: MessageRef): { readonly channel: Snowflake; readonly message: Snowflake } | undefined {
  const [channel = '', id = '', ...rest] = message.split('/')
  return rest.length === 0 && snowflake.test(channel) && snowflake.test(id) ? { channel, message: id } : undefined
}

/** Discord counts its milliseconds from here: https://docs.discord.com/developers/reference#snowflakes */
const discordEpoch = Date.UTC(2015, 0, 1)

/** The smallest id of a moment: everything made at or after it has a greater one. */
export function firstIdAt(at: number): Snowflake {
  return String(BigInt(Math.max(0, Math.floor(at) - discordEpoch)) << 22n)
}
