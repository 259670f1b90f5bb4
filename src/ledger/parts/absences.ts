// The part for when people are away.
import type { DateRange } from '../../core/date-range.ts'
import type { Instant } from '../../core/time.ts'
import { standing, withdrawn } from '../../core/streak.ts'
import type { AbsenceChange, Absences, StreakChange } from '../absences.ts'
import type { Jobs } from '../jobs.ts'
import type { PersonSeen } from '../people.ts'
import { calendarOf } from './calendar.ts'
import { countedDays, recountStreak } from './recount-streaks.ts'
import type { Tables } from '../tables/tables.ts'

export function openAbsences({ read, write }: Jobs, tables: Tables): Absences {
  const { people, away } = tables
  return {
    of: (group, id) =>
      read(() => {
        const person = people.find(group, id)
        return person === undefined ? [] : away.of(person.id)
      }),
    change: (person, at, rule) => write(() => change(tables, person, at, rule)),
    takeBack: (person, at, rule) => write(() => takeBack(tables, person, at, rule)),
    streaksIf: (person, ranges) => read(() => streaksIf(tables, person, ranges)),
    among: (all, date) => read(() => away.among(all, date)),
  }
}

function change<Refusal>(tables: Tables, seen: PersonSeen, at: Instant, rule: (ranges: readonly DateRange[]) => AbsenceChange<Refusal>): AbsenceChange<Refusal> {
  const { people, members, away } = tables
  const known = people.find(seen.group, seen.id)
  const decided = rule(known === undefined ? [] : away.of(known.id))
  if ('refusal' in decided) return decided
  const person = known ?? people.add(seen, at)
  away.save(person.id, decided.ranges, at)
  for (const { placeId } of members.streaks(person.id)) recountStreak(tables, person.id, placeId)
  return decided
}

function takeBack<Refusal>(tables: Tables, seen: PersonSeen, at: Instant, rule: (ranges: readonly DateRange[]) => AbsenceChange<Refusal>): AbsenceChange<Refusal> {
  const { people, members, away } = tables
  const person = people.find(seen.group, seen.id)
  const decided = rule(person === undefined ? [] : away.of(person.id))
  if ('refusal' in decided || person === undefined) return decided
  for (const { placeId, kept, after } of streaksWithout(tables, person.id, decided.ranges)) if (after !== kept) members.correct(person.id, placeId, after)
  away.save(person.id, decided.ranges, at)
  return decided
}

function streaksWithout({ members, heldDays, away }: Tables, personId: number, ranges: readonly DateRange[]) {
  return members.streaks(personId).map(({ placeId, streak: kept }) => {
    const answered = countedDays(members, personId, placeId, kept)
    const rows = { answered, held: heldDays.all(placeId), away: away.of(personId) }
    return { placeId, kept, after: withdrawn(kept, members.start(personId, placeId), rows, { ...rows, away: ranges }) }
  })
}

function streaksIf(tables: Tables, seen: PersonSeen, ranges: readonly DateRange[]): readonly StreakChange[] {
  const person = tables.people.find(seen.group, seen.id)
  if (person === undefined) return []
  return streaksWithout(tables, person.id, ranges).flatMap(({ placeId, kept, after }) => {
    const calendar = calendarOf(tables, { person, placeId, streak: kept })
    const [now, without] = [standing(kept, calendar), standing(after, { ...calendar, away: ranges })]
    const place = tables.places.nameOf(placeId)
    return place === undefined || (now.current === without.current && now.longest === without.longest && now.grace === without.grace) ? [] : [{ place, before: now, after: without }]
  })
}
