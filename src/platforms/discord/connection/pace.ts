// Rate limit for what the bot sends by itself. Discord counts requests per second, and one too many makes all of them wait a second. So
// requests are held back here, just below the limit.

type Pace = {
  /** Runs `work`, which is one request, as soon as the limit allows. `patient`: only when nothing else waits. */
  readonly inTurn: <T>(work: () => Promise<T>, patient: boolean) => Promise<T>
  /** Reports how many milliseconds a request took, there and back. */
  readonly took: (milliseconds: number) => void
}

/** A second, plus a little for timers that fire early. In milliseconds. */
const second = 1_005
/** The longest round trip that is assumed, in milliseconds. */
const longestTrip = 500
/** Weight of a round trip that is longer than the shortest so far: Discord may have moved farther away, or was slow once. */
const weightOfLonger = 0.0001

/**
 * There are as many slots as Discord allows requests per second, and a slot is free again a second after Discord counted its request. Only
 * Discord knows when that was; at the latest when it answered. The next request needs the same way, so the shortest round trip is
 * subtracted from the second.
 */
export function createPace(perSecond: number): Pace {
  const urgent: (() => void)[] = []
  const patient: (() => void)[] = []
  let freeSlots = perSecond
  let shortestTrip = longestTrip

  function release(): void {
    const next = urgent.shift() ?? patient.shift()
    if (next === undefined) freeSlots += 1
    else next()
  }

  async function takeSlot(isPatient: boolean): Promise<void> {
    if (freeSlots === 0) return new Promise((resolve) => void (isPatient ? patient : urgent).push(resolve))
    freeSlots -= 1
  }

  return {
    inTurn: async (work, isPatient) => {
      await takeSlot(isPatient)
      try {
        return await work()
      } finally {
        setTimeout(release, second - shortestTrip).unref()
      }
    },
    took: (milliseconds) => {
      shortestTrip = Math.min(milliseconds, longestTrip, shortestTrip + (milliseconds - shortestTrip) * weightOfLonger)
    },
  }
}
