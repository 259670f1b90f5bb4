// The tables of people in channels: where each person's streak stands, and when they last answered there. A streak is the sum of answers and
// days off; the rows that it is made from are read only where it has to be added up again.
import type { Database } from 'better-sqlite3'
import type { PersonId, PlaceId } from '../../../core/quiz.ts'
import { noStreak, type Streak } from '../../../core/streak.ts'
import type { Instant, LocalDate } from '../../../core/time.ts'

export type MembersTable = {
  streak(personId: number, placeId: number): Streak
  /** The person's streaks in all their channels. */
  streaks(personId: number): readonly { readonly placeId: number; readonly streak: Streak }[]
  save(personId: number, placeId: number, streak: Streak, answeredAt: Instant): void
  /** Saves a streak that was added up again. */
  correct(personId: number, placeId: number, streak: Streak): void
  /** Where the sum starts. */
  start(personId: number, placeId: number): Streak
  saveStart(personId: number, placeId: number, streak: Streak): void
  /** The study days on which the person answered in the channel, in order. */
  answeredDays(personId: number, placeId: number): readonly LocalDate[]
  /** The later days on which the person answered extra rounds in the channel, in order. */
  extraDaysAfter(personId: number, placeId: number, day: LocalDate): readonly LocalDate[]
  /** The study days on which the person answered in any channel. */
  daysOf(personId: number): readonly LocalDate[]
  /** Who answered for a later day in the channel. */
  answeredAfter(placeId: number, day: LocalDate): readonly number[]
  /** The channels in which the person has answered, the latest first. */
  placesOf(id: PersonId): readonly PlaceId[]
}

type Row = {
  readonly place_id: number
  readonly current: number
  readonly longest: number
  readonly last_day: string | null
  readonly grace: number
  readonly toward: number
  readonly grace_day: string | null
}
type Numbers = [current: number, longest: number, lastDay: string | null, grace: number, toward: number, graceDay: string | null]

export function openMembersTable(db: Database): MembersTable {
  const sql = prepare(db)
  const found = (row: Row | undefined) => (row === undefined ? noStreak : streakOf(row))
  return {
    streak: (personId, placeId) => found(sql.find.get(personId, placeId)),
    streaks: (personId) => sql.ofPerson.all(personId).map((row) => ({ placeId: row.place_id, streak: streakOf(row) })),
    save: (personId, placeId, streak, answeredAt) => void sql.save.run(personId, placeId, ...numbersOf(streak), answeredAt),
    correct: (personId, placeId, streak) => void sql.correct.run(...numbersOf(streak), personId, placeId),
    start: (personId, placeId) => found(sql.start.get(personId, placeId)),
    saveStart: (personId, placeId, streak) => void sql.saveStart.run(personId, placeId, ...numbersOf(streak)),
    answeredDays: (personId, placeId) => sql.answeredDays.all(personId, placeId),
    extraDaysAfter: (personId, placeId, day) => sql.extraDaysAfter.all(personId, placeId, day),
    daysOf: (personId) => sql.daysOf.all(personId),
    answeredAfter: (placeId, day) => sql.answeredAfter.all(placeId, day),
    placesOf: (id) => sql.placesOf.all(id),
  }
}

export function streakOf({ current, longest, last_day, grace, toward, grace_day }: Omit<Row, 'place_id'>): Streak {
  return { current, longest, lastDay: last_day, grace, toward, graceDay: grace_day }
}

const numbersOf = ({ current, longest, lastDay, grace, toward, graceDay }: Streak): Numbers => [current, longest, lastDay, grace, toward, graceDay]

const columns = 'current, longest, last_day, grace, toward, grace_day'
const given = 'excluded.current, excluded.longest, excluded.last_day, excluded.grace, excluded.toward, excluded.grace_day'

function prepare(db: Database) {
  return {
    find: db.prepare<[number, number], Row>('SELECT * FROM members WHERE person_id = ? AND place_id = ?'),
    ofPerson: db.prepare<[number], Row>('SELECT * FROM members WHERE person_id = ?'),
    save: db.prepare<[number, number, ...Numbers, number]>(
      `INSERT INTO members (person_id, place_id, ${columns}, answered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET (${columns}, answered_at) = (${given}, excluded.answered_at)`,
    ),
    correct: db.prepare<[...Numbers, number, number]>(`UPDATE members SET (${columns}) = (?, ?, ?, ?, ?, ?) WHERE person_id = ? AND place_id = ?`),
    start: db.prepare<[number, number], Row>('SELECT * FROM streak_starts WHERE person_id = ? AND place_id = ?'),
    saveStart: db.prepare<[number, number, ...Numbers]>(`INSERT OR REPLACE INTO streak_starts (person_id, place_id, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
    answeredDays: db
      .prepare<[number, number], string>('SELECT DISTINCT a.day FROM answers a JOIN rounds r ON r.id = a.round_id WHERE a.person_id = +? AND r.place_id = +? ORDER BY a.day')
      .pluck(),
    extraDaysAfter: db
      .prepare<[number, number, string], string>(
        `SELECT DISTINCT a.day FROM rounds r JOIN answers a ON a.round_id = r.id AND a.person_id = +?
         WHERE r.place_id = +? AND r.state IN ('open', 'closed') AND instr(r.occasion, '+') > 0 AND a.day > +? ORDER BY a.day`,
      )
      .pluck(),
    daysOf: db.prepare<[number], string>('SELECT DISTINCT day FROM answers WHERE person_id = ?').pluck(),
    answeredAfter: db.prepare<[number, string], number>('SELECT person_id FROM members WHERE place_id = ? AND last_day > ?').pluck(),
    placesOf: db
      .prepare<[string], string>(
        `SELECT l.name FROM people p JOIN members m ON m.person_id = p.id JOIN places l ON l.id = m.place_id
         WHERE p.name = +? ORDER BY m.answered_at DESC`,
      )
      .pluck(),
  }
}
