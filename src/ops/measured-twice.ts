// What is told once reaches both: those who count it, and those who trace it.
import type { Measures } from '../core/measures.ts'

/** @param traces takes the rest: what only somebody who traces wants to know */
export const measuredTwice = (counts: Measures, traces: Measures): Measures => ({
  rounds: {
    due: (...round) => both(counts.rounds.due, traces.rounds.due, round),
    posted: (...round) => both(counts.rounds.posted, traces.rounds.posted, round),
    notPosted: (...round) => both(counts.rounds.notPosted, traces.rounds.notPosted, round),
  },
  ledger: { ...counts.ledger, queued: traces.ledger.queued },
  platform: (name) => {
    const [counted, traced] = [counts.platform(name), traces.platform(name)]
    return {
      ...counted,
      requested: (...request) => both(counted.requested, traced.requested, request),
      acknowledged: (...acknowledgement) => both(counted.acknowledged, traced.acknowledged, acknowledgement),
      handled: traced.handled,
      notShown: traced.notShown,
    }
  },
  answered: counts.answered,
  backedUp: counts.backedUp,
})

function both<Told extends readonly unknown[]>(one: (...told: Told) => void, other: (...told: Told) => void, told: Told): void {
  one(...told)
  other(...told)
}
