// What the bot says by itself: posts, their redrawing, private messages.
import type { webApi } from '@slack/bolt'
import { PostError, type Platform } from '../../platform.ts'
import type { Instant } from '../../../core/time.ts'
import { faultName, postError, redrawError } from '../connection/post-errors.ts'
import { find, roundMetadata } from './find.ts'
import { channelOf, messageRef, readMessageRef, userOf } from '../ids.ts'
import type { Log } from '../../../core/log.ts'
import { render } from './render.ts'
import type { TokenWatch } from '../connection/token-watch.ts'

export type Poster = Pick<Platform, 'post' | 'find' | 'redraw' | 'tell'>

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
        const metadata = roundMetadata(round)
        const posted = await token.watch(postMessage({ channel, ...render(screen), metadata, mrkdwn: false, unfurl_links: false, unfurl_media: false }))
        if (posted.ts === undefined) throw new Error('Slack did not say which message it is')
        return messageRef(posted.channel ?? channel, posted.ts)
      } catch (error) {
        throw postError(error)
      }
    },
    find: (place, round, since) => find({ web, self: self(), now: now(), log }, place, round, since),
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

