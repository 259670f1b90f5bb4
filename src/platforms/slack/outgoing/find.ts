// Searches a channel for a post that may have been sent.
import type { Log } from '../../../core/log.ts'
import type { RoundId } from '../../../core/round.ts'
import { hour, type Instant } from '../../../core/time.ts'
import type { MessageRef, Platform, SearchMark, Shows, Unfinished } from '../../platform.ts'
import { faultName } from '../connection/fault.ts'
import { isTokenRefused, lacksRight, postError } from '../connection/post-errors.ts'
import { channelOf, messageRef, readMessageRef, type ChannelId, type TeamId, type UserId } from '../ids.ts'
import { list, raw, text, type Raw } from '../raw.ts'
import { carriesRound } from './round-metadata.ts'
import type { WebApi } from '../connection/web-clients.ts'

/**
 * How far Slack's clock and ours may differ. If ours is further ahead, the post is still among the newest messages, so the first page
 * is read whatever its times: a post that is overlooked would be made twice.
 */
const clockSkew = hour
const pageSize = 200
/** Read at once; in a channel with more messages since then, the next search goes on from there. */
const mostPages = 10

export type Searcher = {
  readonly web: WebApi
  /** The bot's own user, once it is known. */
  readonly botUser: UserId | undefined
  /** In the names of messages, where one app serves many workspaces. */
  readonly team?: TeamId | undefined
  readonly log: Log
}

/** See {@link Platform.find}. @throws PostError if the channel cannot be read just now: ask again */
export async function find({ web, botUser, team, log }: Searcher, ...[place, round, since, upTo]: Parameters<Platform['find']>): ReturnType<Platform['find']> {
  const channel = channelOf(place)
  if (channel === undefined) return undefined
  try {
    return await search(web, channel, { round, since, upTo, author: botUser, team })
  } catch (error) {
    // Anything else may pass, however long it takes: whoever asks can ask again.
    if (!lacksRight(error) || isTokenRefused(error)) throw postError(error)
    log.warn({ place, fault: faultName(error) }, 'cannot read the channel, so cannot tell whether a round was posted')
    return 'cannot-tell'
  }
}

type Wanted = { readonly round: RoundId; readonly since: Instant; readonly upTo: SearchMark | undefined; readonly author: UserId | undefined; readonly team: TeamId | undefined }

/**
 * Reads from the newest message back, or on from the mark. Undefined is certain: the channel was read to before the time of the post. Needs
 * channels:history, and groups:history for private channels.
 */
async function search(web: WebApi, channel: ChannelId, { round, since, upTo, author, team }: Wanted): Promise<MessageRef | undefined | Unfinished> {
  const oldest = (since - clockSkew) / 1000
  const wanted = { channel, limit: pageSize, include_all_metadata: true, ...(upTo === undefined ? {} : { latest: upTo }) }
  let cursor: string | undefined
  let last: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const found = await web.conversations.history({ ...wanted, ...(cursor === undefined ? {} : { cursor }) })
    const messages = list(found.messages).map(raw)
    for (const message of messages) {
      const ts = text(message['ts'])
      if (ts !== undefined && message['user'] === author && carriesRound(message, round)) return messageRef(channel, ts, undefined, team)
    }
    cursor = text(found.response_metadata?.next_cursor)
    last = text(messages.at(-1)?.['ts']) ?? last
    if (cursor === undefined || Number(last) < oldest) return undefined
  }
  // A cursor may be forgotten until the next search; a time is not.
  return last === undefined ? undefined : { before: last }
}

export function shownBy(message: Raw): Shows {
  const elements = list(message['blocks']).map(raw).flatMap((block) => [...list(block['elements']), block['element']]).map(raw)
  return {
    controls: elements.flatMap((element) => text(element['action_id']) ?? []),
    values: elements.flatMap((element) => list(element['options'])).flatMap((option) => text(raw(option)['value']) ?? []),
  }
}

/** See {@link Platform.shows}. @throws PostError */
export async function shows(web: WebApi, message: MessageRef): Promise<Shows | undefined> {
  const at = readMessageRef(message)
  if (at === undefined) return undefined
  const { channel, ts } = at
  try {
    const found = await web.conversations.history({ channel, latest: ts, inclusive: true, limit: 1 })
    const [newest] = list(found.messages).map(raw)
    if (newest === undefined || text(newest['ts']) !== ts) return undefined
    return shownBy(newest)
  } catch (error) {
    throw postError(error)
  }
}
