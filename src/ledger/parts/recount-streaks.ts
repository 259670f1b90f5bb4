// Adds streaks up again after days that people missed turned out to be days off.
import { recounted, withdrawn, type Streak } from '../../core/streak.ts'
import type { LocalDate } from '../../core/time.ts'
import type { Tables } from '../tables/tables.ts'

type Needs = Pick<Tables, 'members' | 'heldDays' | 'away'>

export function recountStreak({ members, heldDays, away }: Needs, personId: number, placeId: number): void {
  const kept = members.streak(personId, placeId)
  const rows = { answered: members.answeredDays(personId, placeId), held: heldDays.all(placeId), away: away.of(personId) }
  const after = recounted(kept, members.start(personId, placeId), rows)
  if (after !== kept) members.correct(personId, placeId, after)
}

/** After days off were taken back: days that nobody needed to answer may need it again. @param before the study days with those days off */
export function withdrawDaysOff({ members, heldDays, away }: Needs, placeId: number, before: readonly LocalDate[]): void {
  const held = heldDays.all(placeId)
  const first = held.find((day) => !before.includes(day))
  if (first === undefined) return
  for (const personId of members.answeredAfter(placeId, first)) {
    const kept = members.streak(personId, placeId)
    const rows = { answered: countedDays(members, personId, placeId, kept), held: before, away: away.of(personId) }
    const after = withdrawn(kept, members.start(personId, placeId), rows, { ...rows, held })
    if (after !== kept) members.correct(personId, placeId, after)
  }
}

/** Those after the last one of the streak wait for a scheduled round. */
export const countedDays = (members: Pick<Tables['members'], 'answeredDays'>, personId: number, placeId: number, { lastDay }: Streak): readonly LocalDate[] =>
  members.answeredDays(personId, placeId).filter((day) => lastDay !== null && day <= lastDay)

/** Those that have gone on since `day`. A study day can begin on the date before its round. */
export function recountStreaks(tables: Needs, placeId: number, day: LocalDate): void {
  for (const personId of tables.members.answeredAfter(placeId, day)) recountStreak(tables, personId, placeId)
}
