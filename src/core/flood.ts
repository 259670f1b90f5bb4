// How often the bot answers unasked-for attention, such as mentions: enough for people, too little for a flood.
import { keepLatest } from './keep-latest.ts'
import type { Instant } from './time.ts'

export type FloodLimit = { readonly most: number; readonly within: number }

/** Whether one more is allowed now; if so, it is counted. `just-over`: the first one that is not, so that people can be told why. */
export type FloodVerdict = 'allowed' | 'just-over' | 'over'

/** @param key who or what is counted apart from the others */
export type FloodGate = (key: string, now: Instant) => FloodVerdict

type Counted = { readonly times: readonly Instant[]; readonly over: boolean }

/** More than this many keys are never remembered; the one counted longest ago is forgotten first. */
const mostKeys = 5_000

export function createFloodGate({ most, within }: FloodLimit): FloodGate {
  const counted = new Map<string, Counted>()
  return (key, now) => {
    const before = counted.get(key) ?? { times: [], over: false }
    // A clock that was set back must not lock anybody out.
    const recent = before.times.filter((at) => Math.abs(now - at) < within)
    const isAllowed = recent.length < most
    keepLatest(counted, key, isAllowed ? { times: [...recent, now], over: false } : { times: recent, over: true }, mostKeys)
    if (isAllowed) return 'allowed'
    return before.over ? 'over' : 'just-over'
  }
}
