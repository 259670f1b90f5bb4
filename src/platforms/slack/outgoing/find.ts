// The search for a post that may have been sent.
import type { webApi } from '@slack/bolt'
import type { MessageRef, Platform } from '../../platform.ts'
import type { PlaceId } from '../../../core/quiz.ts'
import type { RoundId } from '../../../core/round.ts'
import { hour, minute, type Instant } from '../../../core/time.ts'
import { faultName, postError } from '../connection/post-errors.ts'
import { channelOf, messageRef } from '../ids.ts'
import type { Log } from '../../../core/log.ts'
import { list, raw, text } from '../raw.ts'

/** The round of a post, in its metadata: https://docs.slack.dev/messaging/message-metadata/ */
const eventType = 'studyhall_round'

export const roundMetadata = (round: RoundId) => ({ event_type: eventType, event_payload: { round } })

/**
 * Slack's clock and ours may differ by this. Where ours is ahead by more, the post is among the newest messages all the same, so a
 * first page is read whatever the time; a post that is missed would be made twice.
 */
const clockSkew = hour
const pageSize = 200
/** A channel with more messages than this since the round was due is not read to its end. */
const mostPages = 10

/** After this a channel that could not be read is given up on, so that the round does not hang in the air for ever. */
const searchesFor = 10 * minute

type Search = {
  readonly web: webApi.WebClient
  /** The bot's own user, where it is known. */
  readonly self: string | undefined
  readonly now: Instant
  readonly log: Log
}

export async function find({ web, self, now, log }: Search, place: PlaceId, round: RoundId, since: Instant): ReturnType<Platform['find']> {
  const channel = channelOf(place)
  if (channel === undefined) return undefined
  try {
    return await search(web, channel, { round, since, author: self })
  } catch (error) {
    const failure = postError(error)
    // Not the channel is the trouble but the moment: the next beat can ask again.
    if (failure.code !== 'refused' && Math.abs(now - since) < searchesFor) throw failure
    log.warn({ place, fault: faultName(error) }, 'the channel cannot be read, so nobody can tell whether a round was posted')
    return 'cannot-tell'
  }
}

/** From the newest message back. Undefined is certain: the channel was read beyond the time of the post. Needs channels:history, for private ones groups:history. */
async function search(
  web: webApi.WebClient,
  channel: string,
  wanted: { readonly round: string; readonly since: Instant; readonly author: string | undefined },
): Promise<MessageRef | undefined | 'cannot-tell'> {
  const oldest = (wanted.since - clockSkew) / 1000
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const found = await web.conversations.history({ channel, limit: pageSize, include_all_metadata: true, ...(cursor === undefined ? {} : { cursor }) })
    const messages = list(found.messages).map(raw)
    for (const message of messages) {
      const metadata = raw(message['metadata'])
      const ours = metadata['event_type'] === eventType && raw(metadata['event_payload'])['round'] === wanted.round
      const ts = text(message['ts'])
      // Other apps can write the same metadata.
      if (ours && ts !== undefined && message['user'] === wanted.author) return messageRef(channel, ts)
    }
    cursor = text(found.response_metadata?.next_cursor)
    if (cursor === undefined || Number(text(messages.at(-1)?.['ts'])) < oldest) return undefined
  }
  return 'cannot-tell'
}
