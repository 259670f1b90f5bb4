// Tracks the work that is under way, so that a stop can wait for it.
import { withTimeLimit } from './time-limit.ts'

type UnderWay = {
  /** Counts `work` as under way until it settles, and passes its outcome through. */
  track(work: Promise<void>): Promise<void>
  /** Waits for all of it, but no longer than `limit` ms. Never fails. */
  finished(limit: number): Promise<void>
}

export function createUnderWay(): UnderWay {
  const underWay = new Set<Promise<void>>()
  return {
    track: (work) => {
      underWay.add(work)
      return work.finally(() => underWay.delete(work))
    },
    finished: async (limit) => {
      await withTimeLimit(Promise.all(underWay), limit, () => new Error('still under way')).catch(() => undefined)
    },
  }
}
