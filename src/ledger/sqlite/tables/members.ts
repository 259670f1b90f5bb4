// The table of people in channels: where each person's streak stands, and when they last answered there.
import type { Database } from 'better-sqlite3'
import type { PersonId, PlaceId } from '../../../core/quiz.ts'
import { noStreak, type Streak } from '../../../core/study-day.ts'
import type { Instant } from '../../../core/time.ts'

export type MembersTable = {
  streak(personId: number, placeId: number): Streak
  /** The person's streaks in all their channels. */
  streaks(personId: number): readonly { readonly placeId: number; readonly streak: Streak }[]
  save(personId: number, placeId: number, streak: Streak, answeredAt: Instant): void
  /** The channels in which the person has answered, the latest first. */
  placesOf(id: PersonId): readonly PlaceId[]
}

type MemberRow = { readonly place_id: number; readonly current: number; readonly longest: number; readonly last_day: string | null }

export function openMembersTable(db: Database): MembersTable {
  const find = db.prepare<[number, number], MemberRow>('SELECT * FROM members WHERE person_id = ? AND place_id = ?')
  const ofPerson = db.prepare<[number], MemberRow>('SELECT * FROM members WHERE person_id = ?')
  const save = db.prepare<[number, number, number, number, string | null, number]>(
    `INSERT INTO members VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
     (current, longest, last_day, answered_at) = (excluded.current, excluded.longest, excluded.last_day, excluded.answered_at)`,
  )
  const placesOf = db
    .prepare<[string], string>(
      `SELECT l.name FROM people p JOIN members m ON m.person_id = p.id JOIN places l ON l.id = m.place_id
       WHERE p.name = +? ORDER BY m.answered_at DESC`,
    )
    .pluck()

  return {
    streak(personId, placeId) {
      const row = find.get(personId, placeId)
      return row === undefined ? noStreak : streakOf(row)
    },
    streaks: (personId) => ofPerson.all(personId).map((row) => ({ placeId: row.place_id, streak: streakOf(row) })),
    save: (personId, placeId, { current, longest, lastDay }, answeredAt) =>
      void save.run(personId, placeId, current, longest, lastDay, answeredAt),
    placesOf: (id) => placesOf.all(id),
  }
}

function streakOf({ current, longest, last_day }: MemberRow): Streak {
  return { current, longest, lastDay: last_day }
}
