// How often the bot answers unasked-for attention, such as mentions: enough for people, too little for a flood.
import type { Instant } from './time.ts'

export type FloodLimit = { readonly most: number; readonly within: number }

/** Whether one more is allowed now; if so, it is counted. `key`: who or what is counted apart from the others. */
export type FloodGate = (key: string, now: Instant) => boolean

/** More than this many keys are never remembered; the one counted longest ago is forgotten first. */
const mostKeys = 5_000

export function createFloodGate({ most, within }: FloodLimit): FloodGate {
  const counted = new Map<string, readonly Instant[]>()
  return (key, now) => {
    // A clock that was set back must not lock anybody out.
    const recent = (counted.get(key) ?? []).filter((at) => Math.abs(now - at) < within)
    counted.delete(key)
    const allowed = recent.length < most
    counted.set(key, allowed ? [...recent, now] : recent)
    const oldest = counted.size > mostKeys ? counted.keys().next().value : undefined
    if (oldest !== undefined) counted.delete(oldest)
    return allowed
  }
}
