// What answers can send to a channel while somebody waits: a claimed round, an announcement, a redrawn post. Each wait has an end.
import type { EventId, PlaceId } from '../core/quiz.ts'
import type { Later, Work } from '../delivery/work.ts'
import type { Announced, Means } from '../features/services.ts'
import { PostError } from '../platforms/platform.ts'
import type { Screen } from '../screens/screen.ts'

/** In milliseconds. Discord shows a deferred answer for 15 minutes and Slack takes one for 30, but nobody looks at a spinner that long. */
const longestWait = 8_000

type Posting = Pick<Means, 'send' | 'announce' | 'redraw'>

/** @param deliver sends what was claimed; never fails */
export function createPosting({ platform, log }: Pick<Work, 'platform' | 'log'>, deliver: () => Promise<void>, later: Later): Posting {
  async function announce(place: PlaceId, screen: Screen, event: EventId): Promise<Announced> {
    const there = platform(place)
    if (there === undefined) return { kind: 'unsure', reason: 'The bot isn’t connected to this channel’s platform.' }
    try {
      return { kind: 'posted', message: await there.announce(place, screen, event) }
    } catch (fault) {
      if (!(fault instanceof PostError)) throw fault
      log.warn({ fault, place, code: fault.code }, 'could not post an announcement')
      return { kind: fault.code === 'refused' ? 'refused' : 'unsure', reason: fault.message }
    }
  }

  return {
    send: () => inTime(deliver(), undefined, later),
    announce: (...what) => inTime(announce(...what), { kind: 'unsure', reason: 'The platform isn’t answering right now.' }, later),
    redraw: async (place, message, screen) => {
      const redrawn = platform(place)?.redraw(message, screen) ?? Promise.resolve()
      await inTime(redrawn, undefined, later).catch((fault: unknown) => log.warn({ fault, place }, 'could not update a post'))
    },
  }
}

/** @param otherwise the result if the work takes too long; it goes on */
async function inTime<T>(work: Promise<T>, otherwise: T, later: Later): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>()
  const cancel = later(longestWait, () => resolve(otherwise))
  try {
    return await Promise.race([work, promise])
  } finally {
    cancel()
  }
}
