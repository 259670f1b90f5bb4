// Wakes the delivery before the next beat, which may be a minute away.
import type { Instant } from '../core/time.ts'
import type { Later } from './work.ts'

export type Timers = {
  /** Wakes at that moment or soon after it. */
  readonly at: (moment: Instant) => void
  /** Wakes no more. */
  readonly stop: () => void
}

/** Moments this close share a timer, so that many waiting rounds need few. In milliseconds. */
const granularity = 500

export function createTimers(later: Later, now: () => Instant, wake: () => void): Timers {
  const waiting = new Map<Instant, () => void>()
  let stopped = false
  return {
    at(moment) {
      const rounded = Math.ceil(moment / granularity) * granularity
      if (stopped || waiting.has(rounded)) return
      waiting.set(rounded, later(Math.max(rounded - now(), 0), () => {
        waiting.delete(rounded)
        wake()
      }))
    },
    stop() {
      stopped = true
      for (const cancel of waiting.values()) cancel()
    },
  }
}
