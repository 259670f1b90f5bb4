// What the bot says by itself: the round's message, its redrawing, a word to one person.
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Routes, type APIMessage, type REST } from 'discord.js'
import { PostError, type MessageRef } from '../../platform.ts'
import type { PersonId, PlaceId } from '../../../core/quiz.ts'
import type { RoundId } from '../../../core/round.ts'
import { described, hasCode, toPostError, toRedrawError } from '../connection/post-errors.ts'
import { messageRef, readMessageRef, readPerson, readPlace } from '../ids.ts'
import { limits, type DiscordMessage } from './violations.ts'
import type { Log } from '../../../core/log.ts'

/** @param pause before a second try, in milliseconds */
export async function post(rest: REST, place: PlaceId, drawn: DiscordMessage, round: RoundId, pause: number): Promise<MessageRef> {
  const where = readPlace(place)
  if (where === undefined) throw new PostError('refused', 'This is no channel of Discord. A manager can set the daily question up again.')
  const body = { ...marked(drawn, round), nonce: nonceOf(place, round), enforce_nonce: true }
  const sent = await insist(() => rest.post(Routes.channelMessages(where.channel), { body }), 'once', pause)
  const { id } = sent as APIMessage
  return messageRef(where.channel, id)
}

/**
 * A message with the nonce of one of the last few minutes is not made again: Discord gives the first one back. The promise is
 * for all of the bot's channels together, so the channel is in the nonce.
 * https://docs.discord.com/developers/resources/message#create-message
 */
export function nonceOf(place: PlaceId, round: RoundId): string {
  return createHash('sha256').update(`${place} ${round}`).digest('base64url').slice(0, limits.nonce - 3)
}

/** Also a post whose controls say nothing of its round can be found again: its container has a number of the round's own. */
function marked(message: DiscordMessage, round: RoundId): DiscordMessage {
  return { ...message, components: message.components.map((container) => ({ ...container, id: markOf(round) })) }
}

/** 31 bits, for Discord takes an id of a component up to there: https://docs.discord.com/developers/components/reference#anatomy-of-a-component */
export function markOf(round: RoundId): number {
  return (createHash('sha256').update(round).digest().readUInt32BE() >>> 1) | 1
}

/** Safe to repeat, since it says what the message shows and not what changes. */
export async function redraw(rest: REST, message: MessageRef, drawn: DiscordMessage, pause: number): Promise<void> {
  const where = readMessageRef(message)
  if (where === undefined) throw new PostError('refused', 'This is no message of Discord.')
  await insist(() => rest.patch(Routes.channelMessage(where.channel, where.message), { body: drawn }), 'often', pause)
}

/** False where the person cannot be reached. */
export async function tell(rest: REST, person: PersonId, drawn: DiscordMessage, log: Log): Promise<boolean> {
  const who = readPerson(person)
  if (who === undefined) return false
  try {
    const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: who.user } })) as { readonly id: string }
    await rest.post(Routes.channelMessages(channel.id), { body: drawn })
    return true
  } catch (error) {
    log.info({ person, ...described(error) }, 'a person could not be told by direct message')
    return false
  }
}

const tries = 3

/**
 * Tries again what may or may not have got through. `once`: the nonce keeps a second try from making a second message; and after
 * an unclear try a clear refusal of the next one says nothing about the first, so it stays unclear.
 */
async function insist<T>(send: () => Promise<T>, kind: 'once' | 'often', pause: number): Promise<T> {
  let unclear: PostError | undefined
  for (let attempt = 1; ; attempt++) {
    try {
      return await send()
    } catch (error) {
      const failure = kind === 'often' ? toRedrawError(error) : toPostError(error)
      if (failure.code !== 'unclear') throw kind === 'often' || unclear === undefined || wasDeleted(error) ? failure : unclear
      if (attempt === tries) throw failure
      unclear = failure
    }
    await sleep(pause * attempt)
  }
}

/** The answer to a repeated nonce whose message somebody has deleted: it was posted. */
const wasDeleted = (error: unknown) => hasCode(error, 10008)
