// How much a platform allows: asked before each request, it says how long to wait, or takes the request into account.

export type Allowance = {
  /** Milliseconds until the next request is allowed; 0: this one is, and counts. */
  readonly take: () => number
}

/** At most `most` in any stretch of `per` milliseconds, however it is laid: the strictest reading of "50 a second". */
export function inAnyStretch(most: number, per: number, now: () => number = Date.now): Allowance {
  const taken: number[] = []
  return {
    take: () => {
      const at = now()
      const oldest = taken[taken.length - most]
      const wait = oldest === undefined ? 0 : oldest + per - at
      if (wait > 0) return wait
      taken.push(at)
      if (taken.length > 4 * most) taken.splice(0, taken.length - most)
      return 0
    },
  }
}

/** So many a second in the long run, and up to `burst` at once after a rest. */
export function onAverage(perSecond: number, burst: number, now: () => number = Date.now): Allowance {
  let [left, since] = [burst, now()]
  return {
    take: () => {
      const at = now()
      left = Math.min(burst, left + ((at - since) / 1000) * perSecond)
      since = at
      if (left < 1) return ((1 - left) / perSecond) * 1000
      left -= 1
      return 0
    },
  }
}
