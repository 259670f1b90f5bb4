// Searches a channel for a post where Slack lets an app read little: an app that is distributed without being listed gets one page of 15
// messages a minute. https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps
import { keepLatest } from '../../../core/keep-latest.ts'
import { longestTransit } from '../../../core/sending.ts'
import { hour, minute, type Instant } from '../../../core/time.ts'
import { PostError, type MessageRef, type Platform, type Shows } from '../../platform.ts'
import { faultName, readFault } from '../connection/fault.ts'
import { isTokenRefused, lacksRight, postError } from '../connection/post-errors.ts'
import { channelOf, messageRef } from '../ids.ts'
import { list, raw, text, type Raw } from '../raw.ts'
import { shownBy, type Searcher } from './find.ts'
import { carriesRound } from './round-metadata.ts'

/** How far Slack's clock and ours may differ. */
const clockSkew = hour
const pageSize = 15
/** Each costs a minute. */
const betweenPages = minute
const mostKept = 50

export type SparingSearch = Required<Pick<Platform, 'find' | 'shows'>>

/** @param otherwise reads what a post shows if it wasn't among what was found */
export function createSparingSearch(searcher: () => Searcher, otherwise: (message: MessageRef) => Promise<Shows | undefined>, now: () => Instant): SparingSearch {
  /** What the posts that were found show: to read them once more would take another minute. */
  const found = new Map<MessageRef, Shows>()
  let restsUntil = -Infinity

  async function page({ web }: Searcher, wanted: object): Promise<Raw> {
    try {
      restsUntil = now() + betweenPages
      return raw(await web.conversations.history(wanted as never))
    } catch (error) {
      const fault = readFault(error)
      if (fault.kind === 'rate-limited') restsUntil = now() + fault.retryAfter
      throw error
    }
  }

  return {
    shows: async (message) => found.get(message) ?? otherwise(message),
    async find(place, round, since, upTo) {
      const channel = channelOf(place)
      if (channel === undefined) return undefined
      const rest = Math.max(restsUntil - now(), now() >= since ? since + longestTransit - now() : 0)
      // What may still arrive above the page would need a second look.
      if (rest > 0 && rest <= betweenPages) throw new PostError('busy', 'Slack lets the bot look into a channel once a minute.', { retryAfter: rest })
      const { botUser, team, log } = searcher()
      try {
        const answer = await page(searcher(), { channel, limit: pageSize, include_all_metadata: true, oldest: String((since - clockSkew) / 1000), latest: upTo ?? String((now() + clockSkew) / 1000) })
        const messages = list(answer['messages']).map(raw)
        const post = messages.find((message) => message['user'] === botUser && carriesRound(message, round))
        const ts = text(post?.['ts'])
        if (post !== undefined && ts !== undefined) {
          const ref = messageRef(channel, ts, undefined, team)
          keepLatest(found, ref, shownBy(post), mostKept)
          return ref
        }
        const oldest = messages.map((message) => text(message['ts']) ?? '').filter((each) => each !== '').toSorted((a, b) => Number(a) - Number(b))[0]
        const more = answer['has_more'] === true || text(raw(answer['response_metadata'])['next_cursor']) !== undefined
        return more && oldest !== undefined ? { before: oldest, settled: true } : undefined
      } catch (error) {
        if (!lacksRight(error) || isTokenRefused(error)) throw postError(error)
        log.warn({ place, fault: faultName(error) }, 'cannot read the channel; waiting for somebody to press a button of the post, if it’s out')
        return 'no-sign'
      }
    },
  }
}
