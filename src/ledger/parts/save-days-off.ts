// Saves a channel's days off.
import type { DayOff } from '../../core/days-off.ts'
import type { Quiz } from '../../core/quiz.ts'
import { recountStreaks, withdrawDaysOff } from './recount-streaks.ts'
import type { Tables } from '../tables/tables.ts'

/** Days that were taken off after their question was posted may have cost somebody a streak, and may again once they are taken back. */
export function saveDaysOff(tables: Tables, before: readonly DayOff[], { place, off }: Quiz): void {
  const placeId = tables.places.find(place)
  if (placeId === undefined || before === off) return
  const known = new Set(before)
  const isFewer = !known.isSubsetOf(new Set(off))
  const held = isFewer ? tables.heldDays.all(placeId) : []
  tables.daysOff.save(placeId, before, off)
  if (isFewer) withdrawDaysOff(tables, placeId, held)
  const first = off.filter((each) => !known.has(each)).map(({ from }) => from).toSorted()[0]
  if (first !== undefined) recountStreaks(tables, placeId, first)
}
