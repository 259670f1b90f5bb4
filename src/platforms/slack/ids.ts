// Slack's ids as the rest of Studyhall sees them: opaque, with the name of the platform in front.
import type { GroupId, PersonId, PlaceId } from '../../core/quiz.ts'
import type { MessageRef } from '../platform.ts'

export type TeamId = string
export type ChannelId = string
export type UserId = string

export const groupId = (team: TeamId): GroupId => `slack:${team}`
export const placeId = (team: TeamId, channel: ChannelId): PlaceId => `slack:${team}/${channel}`
export const personId = (team: TeamId, user: UserId): PersonId => `slack:${team}/${user}`
export const messageRef = (channel: ChannelId, ts: string): MessageRef => `${channel}/${ts}`

/** Versioned as controls are: a form of another version is answered as a button of another version is. */
const formVersion = 'v1:'
export const formId = (command: string): string => formVersion + command

/** The command that a form belongs to; undefined for a form of another version. */
export const commandOf = (form: string | undefined): string | undefined => (form?.startsWith(formVersion) === true ? form.slice(formVersion.length) : undefined)

/** Names the checkboxes of a question; what is ticked is read when its button is pressed. */
export const pickId = (question: string): string => `v1:pick:${question}`
export const isPick = (actionId: string): boolean => /^v\d+:pick:/u.test(actionId)

/** The channel of a place, or undefined for a place of another platform. */
export function channelOf(place: PlaceId): ChannelId | undefined {
  return /^slack:\w+\/([CDG]\w+)$/u.exec(place)?.[1]
}

/** The user behind a person, or undefined for anybody whom Slack does not know. */
export function userOf(person: PersonId): UserId | undefined {
  return /^slack:\w+\/([UW]\w+)$/u.exec(person)?.[1]
}

export function readMessageRef(message: MessageRef): { readonly channel: ChannelId; readonly ts: string } | undefined {
  const [, channel, ts] = /^([CDG]\w+)\/(\d+\.\d+)$/u.exec(message) ?? []
  return channel === undefined || ts === undefined ? undefined : { channel, ts }
}
