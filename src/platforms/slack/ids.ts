// Slack's ids as the rest of Studyhall sees them: opaque, with the name of the platform in front.
import type { GroupId, MentionId, PersonId, PlaceId } from '../../core/quiz.ts'
import type { MessageRef } from '../platform.ts'

export type TeamId = string
export type ChannelId = string
export type UserId = string
export type FileId = string

/** Whether it is a direct message of two. */
export const isDirect = (channel: ChannelId): boolean => channel.startsWith('D')

export const groupId = (team: TeamId): GroupId => `slack:${team}`
export const placeId = (team: TeamId, channel: ChannelId): PlaceId => `slack:${team}/${channel}`
export const personId = (team: TeamId, user: UserId): PersonId => `slack:${team}/${user}`
export const userGroupId = (team: TeamId, userGroup: string): MentionId => `slack:${team}/${userGroup}`
/** @param file of the picture in the thread of the message @param team where one app serves many workspaces */
export const messageRef = (channel: ChannelId, ts: string, file?: FileId, team?: TeamId): MessageRef =>
  [...(team === undefined ? [] : [team]), channel, ts, ...(file === undefined ? [] : [file])].join('/')

/** The workspace of a group; undefined for a group on another platform. */
export function teamOf(group: GroupId): TeamId | undefined {
  return /^slack:(\w+)$/u.exec(group)?.[1]
}

/** The channel of a place; undefined for a place on another platform. */
export function channelOf(place: PlaceId): ChannelId | undefined {
  return /^slack:\w+\/([CDG]\w+)$/u.exec(place)?.[1]
}

/** The workspace that a place, a person, or a user group belongs to; undefined on another platform. */
export const teamIn = (id: PlaceId | PersonId | MentionId): TeamId | undefined => /^slack:(T\w+)\//u.exec(id)?.[1]

/** The user behind a person; undefined for a person on another platform. */
export function userOf(person: PersonId): UserId | undefined {
  return /^slack:\w+\/([UW]\w+)$/u.exec(person)?.[1]
}

/** The user group behind a mention; undefined for any other mention. */
export function userGroupOf(mention: MentionId): string | undefined {
  return /^slack:\w+\/(S\w+)$/u.exec(mention)?.[1]
}

/** Undefined for a message on another platform. */
export function readMessageRef(message: MessageRef): { readonly team: TeamId | undefined; readonly channel: ChannelId; readonly ts: string; readonly file: FileId | undefined } | undefined {
  const [, team, channel, ts, file] = /^(?:(T\w+)\/)?([CDG]\w+)\/(\d+\.\d+)(?:\/(F\w+))?$/u.exec(message) ?? []
  return channel === undefined || ts === undefined ? undefined : { team, channel, ts, file }
}

/** The same message, as it is called in a channel that got another id: its timestamp stays. */
export function messageInPlace(message: MessageRef, place: PlaceId): MessageRef {
  const [ref, channel] = [readMessageRef(message), channelOf(place)]
  return ref === undefined || channel === undefined ? message : messageRef(channel, ref.ts, ref.file, ref.team === undefined ? undefined : teamIn(place))
}
