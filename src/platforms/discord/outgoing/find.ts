// Looks for the post of a round in its channel, after a crash or a broken connection.
import { PermissionFlagsBits, Routes, type APIMessage, type Client, type REST } from 'discord.js'
import type { MessageRef } from '../../platform.ts'
import type { PlaceId } from '../../../core/quiz.ts'
import type { RoundId } from '../../../core/round.ts'
import { hour, minute, type Instant } from '../../../core/time.ts'
import { answerControl } from '../../../screens/question.ts'
import { described, toPostError } from '../connection/post-errors.ts'
import { firstIdAt, messageRef, readPlace } from '../ids.ts'
import { limits } from './violations.ts'
import type { Log } from '../../../core/log.ts'
import { markOf } from './post.ts'

export type Found = MessageRef | undefined | 'cannot-tell'

/**
 * The clocks of this machine and of Discord need not agree. Where ours is ahead by more, the post is among the newest messages all the
 * same, so a first page is read whatever the time; a post that is missed would be made twice.
 */
const clockSlack = hour

/** A channel with more messages than this since then is not read to the end. */
const pagesRead = 20

/**
 * Discord was seen to answer the history of a channel with 500 for as long as it held a container
 * (https://github.com/discord/discord-api-docs/issues/8611). A manager is rather told than never.
 */
const patience = 10 * minute

/** @throws PostError where it can be asked again */
export async function find(rest: REST, client: Client, place: PlaceId, round: RoundId, since: Instant, now: Instant, log: Log): Promise<Found> {
  const where = readPlace(place)
  const self = client.user?.id
  if (where === undefined || self === undefined) return 'cannot-tell'
  try {
    const found = await search(rest, where.channel, self, round, firstIdAt(since - clockSlack))
    if (found !== undefined) return found
    // Without the permission the history looks empty, and no error says so.
    return seesHistory(client, where.channel) ? undefined : 'cannot-tell'
  } catch (error) {
    const failure = toPostError(error)
    log.warn({ place, round, ...described(error) }, 'the channel could not be searched for the post of a round')
    if (failure.code === 'refused' || Math.abs(now - since) > patience) return 'cannot-tell'
    throw failure
  }
}

/** From the newest message back, beyond the time of the post. */
async function search(rest: REST, channel: string, self: string, round: RoundId, start: string): Promise<Found> {
  let before: string | undefined
  for (let page = 0; page < pagesRead; page++) {
    const query = new URLSearchParams({ limit: String(limits.historyPage), ...(before === undefined ? {} : { before }) })
    const messages = ((await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[]).toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    const own = messages.find((message) => message.author.id === self && carries(message.components as readonly Part[] | undefined, round))
    if (own !== undefined) return messageRef(channel, own.id)
    const [oldest] = messages
    if (oldest === undefined || messages.length < limits.historyPage || BigInt(oldest.id) < BigInt(start)) return undefined
    before = oldest.id
  }
  return 'cannot-tell'
}

type Part = { readonly id?: number; readonly custom_id?: string; readonly components?: readonly Part[] }

/** Whether one of the parts is of the round: by its control, or by the mark that the post was given. */
function carries(parts: readonly Part[] | undefined, round: RoundId): boolean {
  return (parts ?? []).some(({ id, custom_id: customId, components }) => {
    return (customId !== undefined && answerControl.read(customId)?.round === round) || id === markOf(round) || carries(components, round)
  })
}

function seesHistory(client: Client, id: string): boolean {
  const channel = client.channels.cache.get(id)
  if (channel === undefined || channel.isDMBased()) return false
  const { me } = channel.guild.members
  return me !== null && channel.permissionsFor(me).has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory])
}
