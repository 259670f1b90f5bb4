// Looks for the post of a round in its channel, after a crash or a broken connection.
import { PermissionFlagsBits, RESTJSONErrorCodes, Routes, type APIMessage, type Client, type REST } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import type { PlaceId } from '../../../core/quiz.ts'
import type { RoundId } from '../../../core/round.ts'
import { hour, type Instant } from '../../../core/time.ts'
import type { MessageRef, Shows } from '../../platform.ts'
import { hasCode, loggable } from '../connection/errors.ts'
import { limits } from '../connection/limits.ts'
import { toPostError } from '../connection/post-errors.ts'
import { firstIdAt, messageRef, readMessageRef, readPlace, type Snowflake } from '../ids.ts'
import { belongToRound } from './round-mark.ts'
import { saidBy, type Component } from './said-by.ts'

type Found = MessageRef | undefined | 'cannot-tell'

type Search = {
  readonly rest: REST
  readonly client: Client
  readonly place: PlaceId
  readonly round: RoundId
  /** When the post may have been sent at the earliest. */
  readonly since: Instant
  readonly log: Log
}

/**
 * How far this machine's clock may be ahead of Discord's. If it is ahead by more, the post is still among the newest messages, so the
 * first page is read in any case. A post that is missed would be made twice.
 */
const clockSlack = hour

/** In a channel with more messages since then, the search gives up. */
const mostPages = 20

/** Undefined: the channel certainly has no such post. Fails with a PostError only if it makes sense to search again. */
export async function find({ rest, client, place, round, since, log }: Search): Promise<Found> {
  const ids = readPlace(place)
  const bot = client.user?.id
  if (ids === undefined || bot === undefined) return 'cannot-tell'
  try {
    const found = await readHistory(rest, ids.channel, firstIdAt(since - clockSlack), (message) => message.author.id === bot && isOfRound(message, round))
    if (found !== undefined) return found
    // Without the permission the history is empty, and no error says so.
    return seesHistory(client, ids.channel) ? undefined : 'cannot-tell'
  } catch (error) {
    const failure = toPostError(error)
    log.warn({ place, round, ...loggable(error) }, 'could not search the channel for a post')
    // Only the moment is bad, and not the channel: whoever asks can ask again.
    if (failure.code !== 'refused') throw failure
    return 'cannot-tell'
  }
}

/** Reads from the newest message back to one older than `start`. */
async function readHistory(rest: REST, channel: Snowflake, start: Snowflake, isWanted: (message: APIMessage) => boolean): Promise<Found> {
  let before: Snowflake | undefined
  for (let page = 0; page < mostPages; page++) {
    const query = new URLSearchParams({ limit: String(limits.historyPage), ...(before === undefined ? {} : { before }) })
    const messages = ((await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[]).toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    const wanted = messages.find(isWanted)
    if (wanted !== undefined) return messageRef(channel, wanted.id)
    const [oldest] = messages
    if (oldest === undefined || messages.length < limits.historyPage || BigInt(oldest.id) < BigInt(start)) return undefined
    before = oldest.id
  }
  return 'cannot-tell'
}

/** A reply that tells how the round went is not its post. */
const isOfRound = (message: APIMessage, round: RoundId) =>
  message.message_reference === undefined && belongToRound(message.components as readonly Component[] | undefined, round)

function seesHistory(client: Client, id: Snowflake): boolean {
  const channel = client.channels.cache.get(id)
  if (channel === undefined || channel.isDMBased()) return false
  const { me } = channel.guild.members
  return me !== null && channel.permissionsFor(me).has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory])
}

/** See {@link Platform.shows}. @throws PostError */
export async function shows(rest: REST, ref: MessageRef): Promise<Shows | undefined> {
  const ids = readMessageRef(ref)
  if (ids === undefined) return undefined
  try {
    const { components } = (await rest.get(Routes.channelMessage(ids.channel, ids.message))) as APIMessage
    return saidBy(components as readonly Component[] | undefined)
  } catch (error) {
    if (hasCode(error, RESTJSONErrorCodes.UnknownMessage)) return undefined
    throw toPostError(error)
  }
}
