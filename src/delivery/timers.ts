// Moments at which the delivery is to be woken before the next beat, which may be a minute away.
import type { Instant } from '../core/time.ts'
import type { Later } from './work.ts'

export type Timers = {
  /** Timers at that moment or soon after it. */
  readonly at: (moment: Instant) => void
  /** Timers no more. */
  readonly stop: () => void
}

/** Moments are put together, so that many rounds that wait need few timers. In milliseconds. */
const apart = 500

export function createTimers(later: Later, now: () => Instant, wake: () => void): Timers {
  const waiting = new Map<Instant, () => void>()
  let stopped = false
  return {
    at(moment) {
      const together = Math.ceil(moment / apart) * apart
      if (stopped || waiting.has(together)) return
      waiting.set(together, later(Math.max(together - now(), 0), () => {
        waiting.delete(together)
        wake()
      }))
    },
    stop() {
      stopped = true
      for (const cancel of waiting.values()) cancel()
    },
  }
}
