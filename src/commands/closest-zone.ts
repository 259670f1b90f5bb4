// The time zone that somebody meant who wrote a city alone, or slipped.
import { editDistance } from './closest.ts'

/** Cities are many, and some names of them are near to other words. */
const allowedEdits = (typed: string) => (typed.length <= 6 ? 1 : 2)

/** `Berlin`, `new york` and `Europe/Berln` to the name of a zone; undefined where none is near. */
export function closestZone(typed: string): string | undefined {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_')
  // Shorter words are no city; longer ones no zone.
  if (wanted.length < 4 || wanted.length > 40) return undefined
  const ranked = Intl.supportedValuesOf('timeZone')
    .map((zone) => ({ zone, distance: editDistance(wanted, wanted.includes('/') ? zone.toLowerCase() : cityOf(zone)) }))
    .toSorted((one, other) => one.distance - other.distance)
  return ranked.find(({ distance }) => distance <= allowedEdits(wanted))?.zone
}

const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).toLowerCase()
