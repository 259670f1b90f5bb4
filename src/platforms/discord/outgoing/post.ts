// What the bot sends by itself: the round's post, its edits, private messages.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Routes, type APIMessage, type REST } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import type { AccountId, EventId, PersonId, PlaceId } from '../../../core/quiz.ts'
import type { RoundId } from '../../../core/round.ts'
import { PostError, type MessageRef } from '../../platform.ts'
import { hasCode, loggable } from '../connection/errors.ts'
import { toPostError, toRedrawError } from '../connection/post-errors.ts'
import { messageRef, readMessageRef, readPlace, readUser } from '../ids.ts'
import type { DiscordMessage } from './message.ts'
import { nothingAttached, type Attached } from './pictures.ts'
import { markedMessage, nonceOf } from './round-mark.ts'

/** `pause`: milliseconds before the second attempt; the third waits twice as long. */
export type Sender = { readonly rest: REST; readonly pause: number }

/** Fails with a PostError only. */
export function post(sender: Sender, place: PlaceId, message: DiscordMessage, round: RoundId, attached: Attached = nothingAttached): Promise<MessageRef> {
  return create(sender, place, markedMessage(message, round), round, attached)
}

/** A message that belongs to no round; the same event makes no second one. Fails with a PostError only. */
export function announce(sender: Sender, place: PlaceId, message: DiscordMessage, event: EventId, attached: Attached = nothingAttached): Promise<MessageRef> {
  return create(sender, place, message, event, attached)
}

async function create({ rest, pause }: Sender, place: PlaceId, message: DiscordMessage, once: RoundId | EventId, attached: Attached = nothingAttached): Promise<MessageRef> {
  const ids = readPlace(place)
  if (ids === undefined) throw new PostError('refused', "This channel isn’t on Discord. A manager can set up the daily question again in its channel.")
  const { files, attachments } = partsOf(attached)
  const body = { ...message, nonce: nonceOf(place, once), enforce_nonce: true, ...(files.length === 0 ? {} : { attachments }) }
  const sent = await retryUnclear(() => rest.post(Routes.channelMessages(ids.channel), { body, files }), 'post', pause)
  const { id } = sent as APIMessage
  return messageRef(ids.channel, id)
}

/** Replaces what the message shows, so it is safe to repeat. Fails with a PostError only. */
export async function redraw({ rest, pause }: Sender, ref: MessageRef, message: DiscordMessage, attached: Attached = nothingAttached): Promise<void> {
  const ids = readMessageRef(ref)
  if (ids === undefined) throw new PostError('refused', "This message isn’t on Discord.")
  // Files that the list does not name are gone after it.
  const { files, attachments } = partsOf(attached)
  await retryUnclear(() => rest.patch(Routes.channelMessage(ids.channel, ids.message), { body: { ...message, attachments }, files }), 'edit', pause)
}

/**
 * A message that refers to the post. It pings nobody: the author of the post is the bot itself.
 * https://docs.discord.com/developers/resources/message#message-reference-structure
 */
export async function reply({ rest, pause }: Sender, ref: MessageRef, message: DiscordMessage, round: RoundId): Promise<void> {
  const ids = readMessageRef(ref)
  if (ids === undefined) throw new PostError('refused', "This message isn’t on Discord.")
  const reference = { message_id: ids.message, channel_id: ids.channel, fail_if_not_exists: false }
  const once = { nonce: nonceOf(ids.channel, `reply ${round}`), enforce_nonce: true }
  const body = { ...message, allowed_mentions: { parse: [], replied_user: false }, message_reference: reference, ...once }
  await retryUnclear(() => rest.post(Routes.channelMessages(ids.channel), { body }), 'post', pause)
}

/** Never fails: false if the person cannot be reached. The same event makes no second message. */
export async function tell({ rest, pause }: Sender, person: PersonId | AccountId, message: DiscordMessage, log: Log, event: EventId = randomUUID()): Promise<boolean> {
  const user = readUser(person)
  if (user === undefined) return false
  const body = { ...message, nonce: nonceOf(person, event), enforce_nonce: true }
  const send = async () => {
    const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: user } })) as { readonly id: string }
    await rest.post(Routes.channelMessages(channel.id), { body })
  }
  try {
    await retryUnclear(send, 'post', pause)
    return true
  } catch (error) {
    log.info({ person, ...loggable(error instanceof PostError ? error.cause : error) }, 'could not send a direct message')
    return false
  }
}

/** As the REST client takes them. */
const partsOf = ({ files }: Attached) => ({
  files: files.map(({ name, data }) => ({ name, data })),
  attachments: files.map(({ name, description }, id) => ({ id: String(id), filename: name, description })),
})

const mostAttempts = 3

/**
 * Repeats a request that may or may not have got through. A repeated `post` makes no second message, thanks to its nonce. But after an
 * unclear attempt a clear refusal says nothing about the first, so the post stays unclear.
 */
export async function retryUnclear<T>(send: () => Promise<T>, kind: 'post' | 'edit', pause: number): Promise<T> {
  let unclear: PostError | undefined
  for (let attempt = 1; ; attempt++) {
    try {
      return await send()
    } catch (error) {
      const failure = kind === 'edit' ? toRedrawError(error) : toPostError(error)
      if (failure.code !== 'unclear') throw kind === 'edit' || unclear === undefined || wasDeleted(error) ? failure : unclear
      if (attempt === mostAttempts) throw failure
      unclear = failure
    }
    await sleep(pause * attempt)
  }
}

/** The answer to a repeated nonce whose message somebody deleted: it was posted. */
const wasDeleted = (error: unknown) => hasCode(error, 10008)
