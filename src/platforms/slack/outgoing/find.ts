// Searches a channel for a post that may have been sent.
import type { webApi } from '@slack/bolt'
import type { Log } from '../../../core/log.ts'
import type { PlaceId } from '../../../core/quiz.ts'
import type { RoundId } from '../../../core/round.ts'
import { hour, type Instant } from '../../../core/time.ts'
import type { MessageRef, Platform, Shows } from '../../platform.ts'
import { faultName } from '../connection/fault.ts'
import { postError } from '../connection/post-errors.ts'
import { channelOf, messageRef, readMessageRef, type ChannelId, type UserId } from '../ids.ts'
import { list, raw, text } from '../raw.ts'
import { carriesRound } from './round-metadata.ts'

/**
 * How far Slack's clock and ours may differ. If ours is further ahead, the post is still among the newest messages, so the first page
 * is read whatever its times: a post that is overlooked would be made twice.
 */
const clockSkew = hour
const pageSize = 200
/** The search gives up in a channel with more messages than this since the round was due. */
const mostPages = 10

type Searcher = {
  readonly web: webApi.WebClient
  /** The bot's own user, once it is known. */
  readonly botUser: UserId | undefined
  readonly log: Log
}

/** See {@link Platform.find}. @throws PostError if the channel cannot be read just now: ask again */
export async function find({ web, botUser, log }: Searcher, place: PlaceId, round: RoundId, since: Instant): ReturnType<Platform['find']> {
  const channel = channelOf(place)
  if (channel === undefined) return undefined
  try {
    return await search(web, channel, { round, since, author: botUser })
  } catch (error) {
    const failure = postError(error)
    // Only the moment is bad, or the token, and not the channel: whoever asks can ask again.
    if (failure.code !== 'refused') throw failure
    log.warn({ place, fault: faultName(error) }, 'cannot read the channel, so cannot tell whether a round was posted')
    return 'cannot-tell'
  }
}

type Wanted = { readonly round: RoundId; readonly since: Instant; readonly author: UserId | undefined }

/**
 * Reads from the newest message back. Undefined is certain: the channel was read to before the time of the post. Needs
 * channels:history, and groups:history for private channels.
 */
async function search(web: webApi.WebClient, channel: ChannelId, { round, since, author }: Wanted): Promise<MessageRef | undefined | 'cannot-tell'> {
  const oldest = (since - clockSkew) / 1000
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const found = await web.conversations.history({ channel, limit: pageSize, include_all_metadata: true, ...(cursor === undefined ? {} : { cursor }) })
    const messages = list(found.messages).map(raw)
    for (const message of messages) {
      const ts = text(message['ts'])
      if (ts !== undefined && message['user'] === author && carriesRound(message, round)) return messageRef(channel, ts)
    }
    cursor = text(found.response_metadata?.next_cursor)
    if (cursor === undefined || Number(text(messages.at(-1)?.['ts'])) < oldest) return undefined
  }
  return 'cannot-tell'
}

/** See {@link Platform.shows}. @throws PostError */
export async function shows(web: webApi.WebClient, message: MessageRef): Promise<Shows | undefined> {
  const at = readMessageRef(message)
  if (at === undefined) return undefined
  const { channel, ts } = at
  try {
    const found = await web.conversations.history({ channel, latest: ts, inclusive: true, limit: 1 })
    const [newest] = list(found.messages).map(raw)
    if (newest === undefined || text(newest['ts']) !== ts) return undefined
    const elements = list(newest['blocks']).map(raw).flatMap((block) => [...list(block['elements']), block['element']]).map(raw)
    return {
      controls: elements.flatMap((element) => text(element['action_id']) ?? []),
      values: elements.flatMap((element) => list(element['options'])).flatMap((option) => text(raw(option)['value']) ?? []),
    }
  } catch (error) {
    throw postError(error)
  }
}
