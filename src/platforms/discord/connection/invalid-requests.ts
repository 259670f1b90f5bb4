// Counts the requests that Discord calls invalid. 10,000 of them in ten minutes ban the address of the machine, for all bots on it.
// https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
import type { Log } from '../../../core/log.ts'
import type { Answered } from './make-request.ts'

export type InvalidRequests = {
  readonly answered: (answer: Pick<Answered, 'status' | 'scope'>) => void
  /** Whether there are so many that the bot should send as little as it can. */
  readonly tooMany: () => boolean
}

/**
 * From here on the bot sends one request per second by itself. If all of these are invalid too, that makes 3,100 in ten minutes: far
 * enough from 10,000 for what people cause, and for two other processes behind the same address.
 */
const slowFrom = 2_500
/** What Discord allows a bot per second if nothing else was agreed. */
const usualPerSecond = 50

const window = 10 * 60_000
const parts = 60
const partLength = window / parts

/** @param perSecond the share that this process has of what the bot may send: its share of invalid requests is as large */
export function countInvalid(perSecond: number, log: Log, now: () => number = () => performance.now()): InvalidRequests {
  const most = Math.ceil(slowFrom * Math.min(1, perSecond / usualPerSecond))
  /** By the part of time in which they were counted. */
  const counts = new Map<number, number>()
  let wasTooMany = false

  function total(): number {
    const oldest = Math.floor(now() / partLength) - parts
    for (const part of counts.keys()) if (part < oldest) counts.delete(part)
    return counts.values().reduce((sum, count) => sum + count, 0)
  }

  function tooMany(): boolean {
    const count = total()
    const isTooMany = count >= most
    if (isTooMany && !wasTooMany) log.error({ count }, 'Discord has refused so many requests that it may ban this address; the bot sends one per second until that’s over. The lines before this one say what was refused')
    if (!isTooMany && wasTooMany) log.info({ count }, 'Discord refuses fewer requests now; the bot is back to its usual pace')
    wasTooMany = isTooMany
    return isTooMany
  }

  return {
    answered: ({ status, scope }) => {
      // What others have used up of a common limit is not held against the bot.
      const isInvalid = status === 401 || status === 403 || (status === 429 && scope !== 'shared')
      if (!isInvalid) return
      const part = Math.floor(now() / partLength)
      counts.set(part, (counts.get(part) ?? 0) + 1)
      tooMany()
    },
    tooMany,
  }
}
