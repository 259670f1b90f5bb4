// The pace of what the bot does by itself. Discord counts requests over a second; one too many costs all of them a second of waiting,
// so they are kept below the limit here, and as close to it as can be known.

export type Pace = {
  /** Carries out `work`, which is one request, as soon as there is room for it; what is patient, when nothing else waits. */
  readonly inTurn: <T>(work: () => Promise<T>, patient: boolean) => Promise<T>
  /** How long Discord took for a request, there and back. */
  readonly took: (milliseconds: number) => void
}

/** A second, and a little for timers that come early. In milliseconds. */
const second = 1_005
const longestWay = 500
/** How much of a longer way is believed at each request: Discord may have moved away, or was slow once. */
const belief = 0.0001

/**
 * There are as many places as Discord takes requests in a second, and each is free again a second after its request was counted. When
 * that was, only Discord knows: at the latest when it answered. The next request needs the same way, so that the whole of the shortest
 * way there and back can be taken off.
 */
export function createPace(perSecond: number): Pace {
  const [waiting, patiently]: [(() => void)[], (() => void)[]] = [[], []]
  let free = perSecond
  let shortest = longestWay

  function release(): void {
    const next = waiting.shift() ?? patiently.shift()
    if (next === undefined) free += 1
    else next()
  }

  async function place(patient: boolean): Promise<void> {
    if (free === 0) return new Promise((resolve) => void (patient ? patiently : waiting).push(resolve))
    free -= 1
  }

  return {
    inTurn: async (work, patient) => {
      await place(patient)
      try {
        return await work()
      } finally {
        setTimeout(release, second - shortest).unref()
      }
    },
    took: (milliseconds) => {
      shortest = Math.min(milliseconds, longestWay, shortest + (milliseconds - shortest) * belief)
    },
  }
}
