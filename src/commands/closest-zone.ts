// The time zone that somebody meant who typed only its city, or made a typo.
import { editDistance } from './closest.ts'

/** Fewer edits than for commands: there are hundreds of cities, and some are spelled much like other words. */
const allowedEdits = (typed: string) => (typed.length <= 6 ? 1 : 2)

/** The zone for `Berlin`, `new york` or `Europe/Berln`; undefined if none is near. */
export function closestZone(typed: string): string | undefined {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_')
  // No city is shorter, and no zone longer.
  if (wanted.length < 4 || wanted.length > 40) return undefined
  const ranked = Intl.supportedValuesOf('timeZone')
    .map((zone) => ({ zone, distance: editDistance(wanted, wanted.includes('/') ? zone.toLowerCase() : cityOf(zone)) }))
    .toSorted((one, other) => one.distance - other.distance)
  return ranked.find(({ distance }) => distance <= allowedEdits(wanted))?.zone
}

const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).toLowerCase()
