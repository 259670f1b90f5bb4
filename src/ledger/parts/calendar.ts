// What streaks are counted over: a channel's study days, and when somebody is away.
import { endedDay } from '../../core/study-day.ts'
import { standing, type Calendar, type Streak } from '../../core/streak.ts'
import type { Tables } from '../tables/tables.ts'

type Needs = Pick<Tables, 'heldDays' | 'away' | 'members'>
type Whose = { readonly person: { readonly id: number } | undefined; readonly placeId: number; readonly streak: Streak }

/** @param day how far down it has to reach, if not to the last day of the streak */
export function calendarOf({ heldDays, away, members }: Needs, { person, placeId, streak: { lastDay } }: Whose, day = lastDay ?? ''): Calendar {
  const held = heldDays.downTo(placeId, lastDay !== null && lastDay < day ? lastDay : day)
  if (person === undefined) return { held, away: [], waiting: [] }
  const mayWait = lastDay !== null && (heldDays.lastExtra(placeId) ?? '') > lastDay
  return { held, away: away.of(person.id), waiting: mayWait ? members.extraDaysAfter(person.id, placeId, lastDay) : [] }
}

/** A streak as it stands now. */
export function standingIn(tables: Needs, personId: number, placeId: number, streak: Streak): Streak {
  const ended = endedDay(tables.heldDays.latest(placeId))
  if (streak.lastDay === null || ended === null || streak.lastDay >= ended) return streak
  return standing(streak, calendarOf(tables, { person: { id: personId }, placeId, streak }))
}
