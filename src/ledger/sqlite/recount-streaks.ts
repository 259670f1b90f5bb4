// Adds streaks up again after days that people missed turned out to be days off.
import { recounted } from '../../core/streak.ts'
import type { LocalDate } from '../../core/time.ts'
import type { Tables } from './tables/tables.ts'

type Needs = Pick<Tables, 'members' | 'heldDays' | 'away'>

export function recountStreak({ members, heldDays, away }: Needs, personId: number, placeId: number): void {
  const kept = members.streak(personId, placeId)
  const rows = { answered: members.answeredDays(personId, placeId), held: heldDays.all(placeId), away: away.of(personId) }
  const after = recounted(kept, members.start(personId, placeId), rows)
  if (after !== kept) members.correct(personId, placeId, after)
}

/** Those that have gone on since `day`. A study day can begin on the date before its round. */
export function recountStreaks(tables: Needs, placeId: number, day: LocalDate): void {
  for (const personId of tables.members.answeredAfter(placeId, day)) recountStreak(tables, personId, placeId)
}
