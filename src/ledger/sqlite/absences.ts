// The part for when people are away, in SQLite.
import type { DateRange } from '../../core/date-range.ts'
import type { Instant } from '../../core/time.ts'
import type { AbsenceChange, Absences } from '../absences.ts'
import type { PersonSeen } from '../people.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import { recountStreak } from './recount-streaks.ts'
import type { Tables } from './tables/tables.ts'

export function openAbsences({ read, write }: CommitQueue, tables: Tables): Absences {
  const { people, away } = tables
  return {
    of: (group, id) =>
      read(() => {
        const person = people.find(group, id)
        return person === undefined ? [] : away.of(person.id)
      }),
    change: (person, at, rule) => write(() => change(tables, person, at, rule)),
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
