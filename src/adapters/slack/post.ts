// What the bot says by itself: posts, their redrawing, private messages, and the search for a post that may have been sent.
import type { webApi } from '@slack/bolt'
import type { MessageRef, Platform } from '../../bot/platform.ts'
import { PostError } from '../../bot/platform.ts'
import { hour, minute, type Instant } from '../../core/time.ts'
import { faultName, postError, redrawError } from './errors.ts'
import { channelOf, messageRef, readMessageRef, userOf } from './ids.ts'
import type { Log } from './log.ts'
import { list, raw, text } from './raw.ts'
import { render } from './render.ts'
import type { TokenWatch } from './token-watch.ts'

/** The round of a post, in its metadata: https://docs.slack.dev/messaging/message-metadata/ */
const eventType = 'studyhall_round'

/** Slack's clock and ours may differ by this; a post that is missed for that would be made twice. */
const clockSkew = hour
const pageSize = 200
/** A channel with more messages than this since the round was due is not read to its end. */
const mostPages = 10

export type Poster = Pick<Platform, 'post' | 'find' | 'redraw' | 'tell'>

/** After this a channel that could not be read is given up on, so that the round does not hang in the air for ever. */
const searchesFor = 10 * minute

export type PosterTools = {
  /** Sends every call once: what failed unclearly may have been posted. */
  readonly once: webApi.WebClient
  /** May repeat: for calls that do the same twice. */
  readonly web: webApi.WebClient
  /** The bot's own user, as soon as it is known. */
  readonly self: () => string | undefined
  readonly token: TokenWatch
  readonly now: () => Instant
  readonly log: Log
}

export function createPoster({ once, web, self, token, now, log }: PosterTools): Poster {
  const { postMessage } = once.chat
  return {
    post: async (place, screen, round) => {
      const channel = channelOf(place)
      if (channel === undefined) throw new PostError('refused', 'That channel is not on Slack. Set the question up again in its channel.')
      try {
        const metadata = { event_type: eventType, event_payload: { round } }
        const posted = await token.watch(postMessage({ channel, ...render(screen), metadata, mrkdwn: false, unfurl_links: false, unfurl_media: false }))
        if (posted.ts === undefined) throw new Error('Slack did not say which message it is')
        return messageRef(posted.channel ?? channel, posted.ts)
      } catch (error) {
        throw postError(error)
      }
    },
    find: async (place, round, since) => {
      const channel = channelOf(place)
      if (channel === undefined) return undefined
      try {
        return await search(web, channel, { round, since, author: self() })
      } catch (error) {
        const failure = postError(error)
        // Not the channel is the trouble but the moment: the next beat can ask again.
        if (failure.code !== 'refused' && now() - since < searchesFor) throw failure
        log.warn({ place, fault: faultName(error) }, 'the channel cannot be read, so nobody can tell whether a round was posted')
        return 'cannot-tell'
      }
    },
    redraw: async (message, screen) => {
      const ref = readMessageRef(message)
      if (ref === undefined) throw new PostError('refused', 'That post is not on Slack.')
      try {
        await token.watch(web.chat.update({ channel: ref.channel, ts: ref.ts, ...render(screen) }))
      } catch (error) {
        throw redrawError(error)
      }
    },
    tell: async (person, screen) => {
      const user = userOf(person)
      if (user === undefined) return false
      try {
        await token.watch(postMessage({ channel: user, ...render(screen), mrkdwn: false, unfurl_links: false, unfurl_media: false }))
        return true
      } catch (error) {
        log.warn({ person, fault: faultName(error) }, 'a private message could not be sent')
        return false
      }
    },
  }
}

/** Undefined is certain: the channel was read to its end. Needs channels:history, for private ones groups:history. */
async function search(
  web: webApi.WebClient,
  channel: string,
  wanted: { readonly round: string; readonly since: Instant; readonly author: string | undefined },
): Promise<MessageRef | undefined | 'cannot-tell'> {
  const oldest = String((wanted.since - clockSkew) / 1000)
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const found = await web.conversations.history({ channel, oldest, inclusive: true, limit: pageSize, include_all_metadata: true, ...(cursor === undefined ? {} : { cursor }) })
    for (const message of list(found.messages).map(raw)) {
      const metadata = raw(message['metadata'])
      const ours = metadata['event_type'] === eventType && raw(metadata['event_payload'])['round'] === wanted.round
      const ts = text(message['ts'])
      // Other apps can write the same metadata.
      if (ours && ts !== undefined && message['user'] === wanted.author) return messageRef(channel, ts)
    }
    cursor = text(found.response_metadata?.next_cursor)
    if (cursor === undefined) return undefined
  }
  return 'cannot-tell'
}

/** Which people are gone, asked a few at a time; ends early where Slack asks to wait. */
export async function presenceOf(
  ask: (user: string) => Promise<'here' | 'gone' | undefined>,
  people: Parameters<Platform['presence']>[0],
): ReturnType<Platform['presence']> {
  const found = new Map<string, 'here' | 'gone'>()
  const waiting = [...people]
  const worker = async (): Promise<void> => {
    for (let person = waiting.shift(); person !== undefined; person = waiting.shift()) {
      const user = userOf(person)
      const presence = user === undefined ? undefined : await ask(user)
      if (presence !== undefined) found.set(person, presence)
    }
  }
  await Promise.all(Array.from({ length: 4 }, worker))
  return found
}

