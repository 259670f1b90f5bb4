// The tables of people in channels: where each person's streak stands, and when they last answered there. A streak is the sum of answers and
// days off; the rows that it is made from are read only where it has to be added up again.
import type { PersonId, PlaceId } from '../../core/quiz.ts'
import { noStreak, type Streak } from '../../core/streak.ts'
import type { Instant, LocalDate } from '../../core/time.ts'
import type { Statements } from './statements.ts'

export type MembersTable = {
  streak(personId: number, placeId: number): Streak
  /** The person's streaks in all their channels. */
  streaks(personId: number): readonly { readonly placeId: number; readonly streak: Streak }[]
  /** The streaks in one channel of everybody who is the same learner as the account. */
  ofLearner(accountId: number, placeId: number): readonly { readonly personId: number; readonly streak: Streak }[]
  save(personId: number, placeId: number, streak: Streak, answeredAt: Instant): void
  /** Saves a streak that was added up again. */
  correct(personId: number, placeId: number, streak: Streak): void
  /** Where the sum starts. */
  start(personId: number, placeId: number): Streak
  saveStart(personId: number, placeId: number, streak: Streak): void
  /** The study days on which the person answered in the channel, in order: also those on which its question was answered elsewhere. */
  answeredDays(personId: number, placeId: number): readonly LocalDate[]
  /** How many rounds of the channel the person answered that don't count. */
  voidedAnswers(personId: number, placeId: number): number
  /** The later days on which the person answered extra rounds in the channel, in order. */
  extraDaysAfter(personId: number, placeId: number, day: LocalDate): readonly LocalDate[]
  /** The study days on which the person answered in any channel. */
  daysOf(personId: number): readonly LocalDate[]
  /** Members of the round's channel who have answered its question in another channel. */
  answeredElsewhere(roundId: number): readonly number[]
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

export function openMembersTable(db: Statements): MembersTable {
  const sql = prepare(db)
  const found = (row: Row | undefined) => (row === undefined ? noStreak : streakOf(row))
  return {
    streak: (personId, placeId) => found(sql.find.get(personId, placeId)),
    streaks: (personId) => sql.ofPerson.all(personId).map((row) => ({ placeId: row.place_id, streak: streakOf(row) })),
    ofLearner: (accountId, placeId) => sql.ofLearner.all(placeId, accountId).map((row) => ({ personId: row.person_id, streak: streakOf(row) })),
    save: (personId, placeId, streak, answeredAt) => void sql.save.run(personId, placeId, ...numbersOf(streak), answeredAt),
    correct: (personId, placeId, streak) => void sql.correct.run(...numbersOf(streak), personId, placeId),
    start: (personId, placeId) => found(sql.start.get(personId, placeId)),
    saveStart: (personId, placeId, streak) => void sql.saveStart.run(personId, placeId, ...numbersOf(streak)),
    answeredDays: (personId, placeId) => sql.answeredDays.all({ personId, placeId, after: '' }).map(({ day }) => day),
    voidedAnswers: (personId, placeId) => sql.voidedAnswers.get(personId, placeId) ?? 0,
    extraDaysAfter: (personId, placeId, after) => sql.extraDaysAfter.all({ personId, placeId, after }),
    answeredElsewhere: (roundId) => sql.answeredElsewhere.all(roundId),
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

export type OfPerson = { readonly personId: number; readonly placeId: number; readonly after: LocalDate }
/** `extra`: 1 for a day with answers to extra rounds alone. */
export type AnsweredDay = { readonly day: LocalDate; readonly at: Instant; readonly extra: 0 | 1 }

/** The person's answers in the channel for study days after `after`. A question that was out there may have been answered in another channel. */
const answersThere = `SELECT a.day, a.at, r.occasion, r.state FROM answers a CROSS JOIN rounds r ON r.id = a.round_id
    WHERE a.person_id = +@personId AND r.place_id = +@placeId AND a.day > +@after
  UNION ALL
  SELECT a.day, a.at, here.occasion, here.state FROM people own CROSS JOIN accounts c ON c.id = own.account_id CROSS JOIN accounts o ON o.learner_id = c.learner_id
    CROSS JOIN people p ON p.account_id = o.id CROSS JOIN answers a ON a.person_id = p.id CROSS JOIN rounds r ON r.id = a.round_id
    CROSS JOIN rounds here ON here.shared_id = r.shared_id AND here.occasion = r.occasion
  WHERE own.id = +@personId AND here.place_id = +@placeId AND here.id <> r.id AND here.state IN ('open', 'closed') AND a.day > +@after`

/** In order, each day with when its first answer was given. */
export const selectAnsweredDays = `SELECT day, min(at) AS at, min(iif(instr(occasion, '+') > 0, 1, 0)) AS extra FROM (${answersThere}) GROUP BY day ORDER BY day`

function prepare(db: Statements) {
  return {
    find: db.prepare<[number, number], Row>('SELECT * FROM members WHERE person_id = ? AND place_id = ?'),
    ofPerson: db.prepare<[number], Row>('SELECT * FROM members WHERE person_id = +? ORDER BY place_id'),
    save: db.prepare<[number, number, ...Numbers, number]>(
      `INSERT INTO members (person_id, place_id, ${columns}, answered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (person_id, place_id) DO UPDATE SET (${columns}, answered_at) = (${given}, excluded.answered_at)`,
    ),
    correct: db.prepare<[...Numbers, number, number]>(`UPDATE members SET (${columns}) = (?, ?, ?, ?, ?, ?) WHERE person_id = ? AND place_id = ?`),
    start: db.prepare<[number, number], Row>('SELECT * FROM streak_starts WHERE person_id = ? AND place_id = ?'),
    saveStart: db.prepare<[number, number, ...Numbers]>(
      `INSERT INTO streak_starts (person_id, place_id, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (person_id, place_id) DO UPDATE SET (${columns}) = (${given})`,
    ),
    ofLearner: db.prepare<[number, number], Row & { readonly person_id: number }>(
      `SELECT m.* FROM accounts own CROSS JOIN accounts a ON a.learner_id = own.learner_id CROSS JOIN people p ON p.account_id = a.id
         CROSS JOIN members m ON m.person_id = p.id AND m.place_id = +? WHERE own.id = +? ORDER BY a.id, p.id`,
    ),
    answeredDays: db.prepare<[OfPerson], AnsweredDay>(selectAnsweredDays),
    answeredElsewhere: db
      .prepare<[number], number>(
        `SELECT DISTINCT m.person_id FROM rounds here CROSS JOIN rounds r ON r.shared_id = here.shared_id AND r.occasion = here.occasion
           CROSS JOIN answers a ON a.round_id = r.id CROSS JOIN people p ON p.id = a.person_id CROSS JOIN accounts c ON c.id = p.account_id
           CROSS JOIN accounts o ON o.learner_id = c.learner_id CROSS JOIN people q ON q.account_id = o.id CROSS JOIN members m ON m.person_id = q.id AND m.place_id = here.place_id
         WHERE here.id = +? ORDER BY m.person_id`,
      )
      .pluck(),
    voidedAnswers: db.prepare<[number, number], number>('SELECT count(*) FROM answers a JOIN rounds r ON r.id = a.round_id WHERE a.person_id = +? AND r.place_id = +? AND r.voided = 1').pluck(),
    daysOf: db.prepare<[number], string>('SELECT DISTINCT day FROM answers WHERE person_id = +? ORDER BY day').pluck(),
    extraDaysAfter: db.prepare<[OfPerson], string>(`SELECT DISTINCT day FROM (${answersThere}) WHERE state IN ('open', 'closed') AND instr(occasion, '+') > 0 ORDER BY day`).pluck(),
    answeredAfter: db.prepare<[number, string], number>('SELECT person_id FROM members WHERE place_id = +? AND last_day > +? ORDER BY person_id').pluck(),
    placesOf: db
      .prepare<[string], string>(
        `SELECT l.name FROM people p JOIN members m ON m.person_id = p.id JOIN places l ON l.id = m.place_id
         WHERE p.name = +? ORDER BY m.answered_at DESC, l.id`,
      )
      .pluck(),
  }
}
