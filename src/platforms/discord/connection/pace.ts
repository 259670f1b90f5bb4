// The rate limit that Discord has for everything but responses to interactions. It counts requests per second, and one too many makes all
// of them wait a second. So requests are held back here, just below the limit. This is the one place that knows it: with several processes
// each gets a share of the same limit.

/** Who waits for a request; earlier ones go first. */
const order = ['person', 'round', 'edit'] as const
export type WaitsFor = (typeof order)[number]

export type Pace = {
  /** Runs `work`, which is one request, as soon as the limit allows. */
  readonly inTurn: <T>(work: () => Promise<T>, waits: WaitsFor) => Promise<T>
  /** Reports how many milliseconds a request took, there and back. */
  readonly took: (milliseconds: number) => void
}

/** A second, plus a little for timers that fire early. In milliseconds. */
const second = 1_005
/** The longest round trip that is assumed, in milliseconds. */
const longestTrip = 500
/** With too many invalid requests: requests per second, however many are allowed. */
const crawl = 1
/** Weight of a round trip that is longer than the shortest so far: Discord may have moved farther away, or was slow once. */
const weightOfLonger = 0.0001

/**
 * There are as many slots as Discord allows requests per second, and a slot is free again a second after Discord counted its request. Only
 * Discord knows when that was; at the latest when it answered. The next request needs the same way, so the shortest round trip is
 * subtracted from the second.
 *
 * @param isSlowed whether to crawl
 */
export function createPace(perSecond: number, isSlowed: () => boolean = () => false): Pace {
  const waiting: Readonly<Record<WaitsFor, (() => void)[]>> = { person: [], round: [], edit: [] }
  let freeSlots = perSecond
  let shortestTrip = longestTrip

  function release(): void {
    const next = order.map((each) => waiting[each]).find(({ length }) => length > 0)?.shift()
    if (next === undefined) freeSlots += 1
    else next()
  }

  async function takeSlot(waits: WaitsFor): Promise<void> {
    if (freeSlots === 0) return new Promise((resolve) => void waiting[waits].push(resolve))
    freeSlots -= 1
  }

  return {
    inTurn: async (work, waits) => {
      await takeSlot(waits)
      try {
        return await work()
      } finally {
        setTimeout(release, isSlowed() ? (second * perSecond) / crawl : second - shortestTrip).unref()
      }
    },
    took: (milliseconds) => {
      shortestTrip = Math.min(milliseconds, longestTrip, shortestTrip + (milliseconds - shortestTrip) * weightOfLonger)
    },
  }
}
