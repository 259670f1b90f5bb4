// Checks whether streaks are what the answers, the channels' study days and the days off add up to.
import type { Database } from 'better-sqlite3'
import type { DateRange } from '../../../core/date-range.ts'
import { foldStreak, noStreak, type Streak } from '../../../core/streak.ts'
import type { LocalDate } from '../../../core/time.ts'
import { scheduled } from '../../tables/held-days.ts'
import { selectAnsweredDays, streakOf, type AnsweredDay, type OfPerson } from '../../tables/members.ts'

type Row = Parameters<typeof streakOf>[0] & { readonly person_id: number; readonly place_id: number }
type Dated = { readonly day: LocalDate; readonly at: number }

export function streakProblems(db: Database): string[] {
  const sql = prepare(db)
  const held = new Map<number, readonly Dated[]>()
  const heldIn = (placeId: number) => held.getOrInsertComputed(placeId, () => sql.held.all(placeId))
  const problems: string[] = []
  for (const row of db.prepare<[], Row>('SELECT * FROM members').iterate()) {
    const [kept, found] = [streakOf(row), sql.start.get(row.person_id, row.place_id)]
    const start = found === undefined ? noStreak : streakOf(found)
    const answered = sql.answered.all({ personId: row.person_id, placeId: row.place_id, after: start.lastDay ?? '' })
    if (!isInOrder(answered, heldIn(row.place_id), start)) continue
    const rows = { answered: answered.map(({ day }) => day), held: heldIn(row.place_id).map(({ day }) => day), away: sql.away.all(row.person_id) }
    const sum = foldStreak(start, rows)
    // Days with extra rounds alone may wait to be counted; those that were counted already change nothing.
    const waiting = answered.filter(({ extra }) => extra === 1)
    if (isSame(foldStreak(kept, { ...rows, answered: waiting.map(({ day }) => day) }), sum)) continue
    problems.push(`The streak of person ${row.person_id} in place ${row.place_id} is ${inWords(kept)}; the answers say ${inWords(sum)}.`)
  }
  return problems
}

/**
 * A streak grows with each answer, by what is known then. It can be added up again where the days came in the order in which they were
 * answered: not where a clock was set back, a post was found days later, or somebody answered an extra question first.
 */
function isInOrder(answered: readonly Dated[], held: readonly Dated[], { lastDay }: Streak): boolean {
  const days = new Set(held.map(({ day }) => day))
  return answered.every(({ day, at }, index) => {
    const before = held.filter((each) => each.day < day && each.day > (answered[index - 1]?.day ?? lastDay ?? ''))
    return days.has(day) && at >= (answered[index - 1]?.at ?? 0) && before.every((each) => each.at <= at)
  })
}

const isSame = (one: Streak, other: Streak): boolean =>
  one.current === other.current && one.lastDay === other.lastDay && one.grace === other.grace && one.toward === other.toward && one.longest >= other.longest

const inWords = ({ current, longest, lastDay, grace, toward }: Streak): string => `${current} up to ${lastDay ?? 'no day'} (longest ${longest}, grace days ${grace} and ${toward} of 10)`

function prepare(db: Database) {
  return {
    start: db.prepare<[number, number], Row>('SELECT * FROM streak_starts WHERE person_id = ? AND place_id = ?'),
    held: db.prepare<[number], Dated>(
      `SELECT day, min(opened_at) AS at FROM rounds WHERE place_id = +? AND state IN ('open', 'closed') AND ${scheduled} GROUP BY day ORDER BY day`,
    ),
    answered: db.prepare<[OfPerson], AnsweredDay>(selectAnsweredDays),
    away: db.prepare<[number], DateRange>('SELECT from_date AS "from", to_date AS "to" FROM away WHERE person_id = ?'),
  }
}
