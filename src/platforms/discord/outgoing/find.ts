// Looks for the post of a round in its channel, after a crash or a broken connection.
import { RESTJSONErrorCodes, Routes, type APIMessage, type REST } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import type { PlaceId } from '../../../core/quiz.ts'
import type { RoundId } from '../../../core/round.ts'
import { hour, type Instant } from '../../../core/time.ts'
import type { MessageRef, SearchMark, Shows, Unfinished } from '../../platform.ts'
import type { Connection } from '../connection/connection.ts'
import { hasCode, loggable } from '../connection/errors.ts'
import { limits } from '../connection/limits.ts'
import { lacksRight, notConnected, toPostError } from '../connection/post-errors.ts'
import { firstIdAt, messageRef, readMessageRef, readPlace, type Snowflake } from '../ids.ts'
import { belongToRound } from './round-mark.ts'
import { saidBy, type Component } from './said-by.ts'

type Found = MessageRef | undefined | 'cannot-tell' | Unfinished

type Search = {
  readonly rest: REST
  readonly connection: Pick<Connection, 'application' | 'servers'>
  readonly place: PlaceId
  readonly round: RoundId
  /** When the post may have been sent at the earliest. */
  readonly since: Instant
  readonly upTo: SearchMark | undefined
  readonly log: Log
}

/**
 * How far this machine's clock may be ahead of Discord's. If it is ahead by more, the post is still among the newest messages, so the
 * first page is read in any case. A post that is missed would be made twice.
 */
const clockSlack = hour

/** Read at once; in a channel with more messages since then, the next search goes on from there. */
const mostPages = 20

/** Undefined: the channel certainly has no such post. Fails with a PostError only if it makes sense to search again. */
export async function find({ rest, connection, place, round, since, upTo, log }: Search): Promise<Found> {
  const ids = readPlace(place)
  const bot = connection.application()?.bot
  if (ids === undefined) return 'cannot-tell'
  if (bot === undefined) throw notConnected()
  try {
    const range = { start: firstIdAt(since - clockSlack), upTo }
    const found = await readHistory(rest, ids.channel, range, (message) => message.author.id === bot && isOfRound(message, round))
    if (found !== undefined) return found
    // Without the permission the history is empty, and no error says so.
    return (await connection.servers.readsHistory(ids.guild, ids.channel)) ? undefined : 'cannot-tell'
  } catch (error) {
    log.warn({ place, round, ...loggable(error) }, 'could not search the channel for a post')
    if (lacksRight(error)) return 'cannot-tell'
    // Anything else may pass, however long it takes: whoever asks can ask again.
    throw toPostError(error)
  }
}

type Range = { readonly start: Snowflake; readonly upTo: SearchMark | undefined }

/** Reads from the newest message back, or on from the mark, to one older than `start`. */
async function readHistory(rest: REST, channel: Snowflake, { start, upTo }: Range, isWanted: (message: APIMessage) => boolean): Promise<MessageRef | undefined | Unfinished> {
  let before = upTo
  for (let page = 0; page < mostPages; page++) {
    const query = new URLSearchParams({ limit: String(limits.historyPage), ...(before === undefined ? {} : { before }) })
    const messages = ((await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[]).toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
    const wanted = messages.find(isWanted)
    if (wanted !== undefined) return messageRef(channel, wanted.id)
    const [oldest] = messages
    if (oldest === undefined || messages.length < limits.historyPage || BigInt(oldest.id) < BigInt(start)) return undefined
    before = oldest.id
  }
  return before === undefined ? undefined : { before }
}

/** A reply that tells how the round went is not its post. */
const isOfRound = (message: APIMessage, round: RoundId) =>
  message.message_reference === undefined && belongToRound(message.components as readonly Component[] | undefined, round)

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
