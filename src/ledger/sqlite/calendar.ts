// What streaks are counted over: a channel's study days, and when somebody is away.
import { endedDay } from '../../core/study-day.ts'
import { standing, type Calendar, type Streak } from '../../core/streak.ts'
import type { LocalDate } from '../../core/time.ts'
import type { Tables } from './tables/tables.ts'

type Needs = Pick<Tables, 'heldDays' | 'away'>

/** @param day how far down it has to reach */
export function calendarOf({ heldDays, away }: Needs, person: { readonly id: number } | undefined, placeId: number, day: LocalDate): Calendar {
  return { held: heldDays.downTo(placeId, day), away: person === undefined ? [] : away.of(person.id) }
}

/** A streak as it stands now. */
export function standingIn(tables: Needs, personId: number, placeId: number, streak: Streak): Streak {
  const ended = endedDay(tables.heldDays.latest(placeId))
  if (streak.lastDay === null || ended === null || streak.lastDay >= ended) return streak
  return standing(streak, calendarOf(tables, { id: personId }, placeId, streak.lastDay))
}
