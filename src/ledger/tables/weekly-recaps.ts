// The table of weekly recaps, and what they are made from.
import { shownName } from '../../core/person.ts'
import type { PlaceId, QuestionId } from '../../core/quiz.ts'
import type { Instant, LocalDate } from '../../core/time.ts'
import { lastDayOf, weekOf, type HeldWeek, type Week } from '../../core/weekly.ts'
import type { PostedWeek } from '../weekly.ts'
import { shownDifferently } from './people.ts'
import type { Statements } from './statements.ts'

export type WeeklyTable = {
  /** Channels whose weeks are to be looked at, the longest due first. */
  toLookAt(now: Instant, limit: number): readonly PlaceId[]
  lookAgain(placeId: number, at: Instant): void
  /** The last week that has its recap, or never will. */
  done(placeId: number): Week | null
  claim(placeId: number, week: Week, problem: string | null): void
  release(placeId: number, week: Week, problem: string | null): void
  saveProblem(placeId: number, week: Week, problem: string): void
  savePosted(placeId: number, week: Week, message: string | null): void
  /** Of the latest week that has a recap, or should have. */
  problem(placeId: number): string | null
  /** The latest weeks in which daily questions were held, the latest first. */
  held(placeId: number): readonly HeldWeek[]
  people(placeId: number, week: Week): number
  /** Who answered daily questions on all study days of the week and is shown, without these people: some names, and how many there are. */
  everyDay(placeId: number, week: Week, without: readonly number[]): { readonly names: readonly string[]; readonly count: number }
  askedBefore(placeId: number, day: LocalDate): ReadonlySet<QuestionId>
  /** What the recap of the week shows has changed. */
  drawAgain(placeId: number, week: Week): void
  stale(limit: number): readonly PostedWeek[]
  markDrawn(placeId: number, drawn: Pick<PostedWeek, 'week' | 'stale'>): void
}

/** Two weeks have no more dates. Missed dates in a row are one row. */
const roundsLookedAt = 14
const mostNamed = 3

type HeldRow = { readonly day: string; readonly due: number; readonly closes_at: number; readonly state: string; readonly answered: number }
type NameRow = { readonly name: string; readonly alias: string | null; readonly total: number }

const closedDaily = `r.place_id = +? AND r.state = 'closed' AND r.day BETWEEN +? AND +? AND instr(r.occasion, '+') = 0`

/** With the same questions in the channels that share them: their answers count together. */
const askedThere = `r.id IN (SELECT r.id FROM rounds r WHERE ${closedDaily}
  UNION ALL SELECT o.id FROM rounds r JOIN rounds o ON o.shared_id = r.shared_id AND o.occasion = r.occasion WHERE ${closedDaily} AND o.state = 'closed')`

export function openWeeklyTable(db: Statements): WeeklyTable {
  const sql = prepare(db)
  return {
    toLookAt: (now, limit) => sql.toLookAt.all(now, limit),
    lookAgain: (placeId, at) => void sql.lookAgain.run(at, placeId),
    done: (placeId) => sql.done.get(placeId) ?? null,
    claim: (placeId, week, problem) => void sql.claim.run(placeId, week, problem),
    release: (placeId, week, problem) => void sql.release.run(problem, placeId, week),
    saveProblem: (placeId, week, problem) => void sql.saveProblem.run(problem, placeId, week),
    savePosted: (placeId, week, message) => void sql.savePosted.run(message, placeId, week),
    problem: (placeId) => sql.problem.get(placeId) ?? null,
    held: (placeId) => heldWeeks(sql.held.all(placeId)),
    people(placeId, week) {
      const span = [placeId, week, lastDayOf(week)] as const
      return sql.people.get(...span, ...span) ?? 0
    },
    everyDay(placeId, week, without) {
      const span = [placeId, week, lastDayOf(week)] as const
      const rows = sql.everyDay.all(...span, ...span, ...span, JSON.stringify(without), mostNamed)
      return { names: rows.map(shownName), count: rows[0]?.total ?? 0 }
    },
    askedBefore: (placeId, day) => new Set(sql.askedBefore.all(placeId, day)),
    drawAgain: (placeId, week) => void sql.drawAgain.run(placeId, week),
    stale: (limit) => sql.stale.all(limit),
    markDrawn: (placeId, { week, stale }) => void sql.markDrawn.run(placeId, week, stale),
  }
}

/** Weeks in which no question was posted are left out. */
function heldWeeks(rows: readonly HeldRow[]): readonly HeldWeek[] {
  return [...Map.groupBy(rows, ({ day }) => weekOf(day))].flatMap(([week, all]): HeldWeek[] => {
    const posted = all.filter(({ state }) => state !== 'missed' && state !== 'skipped' && state !== 'failed')
    const underWay = posted.filter(({ state }) => state !== 'closed').map(({ closes_at }) => closes_at)
    if (posted.length === 0) return []
    return [{
      week,
      lastDueAt: Math.max(...all.map(({ due }) => due)),
      closesAt: Math.max(...posted.map(({ closes_at }) => closes_at)),
      underWayUntil: underWay.length === 0 ? null : Math.max(...underWay),
      answers: posted.reduce((sum, { answered }) => sum + answered, 0),
    }]
  })
}

type SpanValues = [placeId: number, from: string, to: string]

const answersOf = 'rounds r JOIN answers a ON a.round_id = r.id JOIN people p ON p.id = a.person_id JOIN accounts c ON c.id = p.account_id'

function prepare(db: Statements) {
  return {
    toLookAt: db
      .prepare<[number, number], string>(
        'SELECT p.name FROM quizzes q JOIN places p ON p.id = q.place_id WHERE q.weekly = 1 AND q.weekly_at <= +? ORDER BY q.weekly_at, q.place_id LIMIT +?',
      )
      .pluck(),
    lookAgain: db.prepare<[number, number]>('UPDATE quizzes SET weekly_at = ? WHERE place_id = ?'),
    done: db.prepare<[number], string | null>('SELECT max(week) FROM weekly_recaps WHERE place_id = ? AND claimed = 1').pluck(),
    claim: db.prepare<[number, string, string | null]>(
      'INSERT INTO weekly_recaps (place_id, week, claimed, problem) VALUES (?, ?, 1, ?) ON CONFLICT (place_id, week) DO UPDATE SET (claimed, problem) = (1, coalesce(excluded.problem, weekly_recaps.problem))',
    ),
    release: db.prepare<[string | null, number, string]>('UPDATE weekly_recaps SET claimed = 0, problem = ? WHERE place_id = ? AND week = ? AND message IS NULL'),
    saveProblem: db.prepare<[string, number, string]>('UPDATE weekly_recaps SET problem = ? WHERE place_id = ? AND week = ?'),
    savePosted: db.prepare<[string | null, number, string]>('UPDATE weekly_recaps SET (message, problem) = (?, NULL) WHERE place_id = ? AND week = ?'),
    problem: db.prepare<[number], string | null>('SELECT problem FROM weekly_recaps WHERE place_id = ? ORDER BY week DESC LIMIT 1').pluck(),
    held: db.prepare<[number], HeldRow>(
      `SELECT day, coalesce(missed_until, due_at) AS due, closes_at, state, answered FROM rounds
       WHERE place_id = +? AND instr(occasion, '+') = 0 ORDER BY due_at DESC LIMIT ${roundsLookedAt}`,
    ),
    people: db.prepare<[...SpanValues, ...SpanValues], number>(`SELECT count(DISTINCT c.learner_id) FROM ${answersOf} WHERE ${askedThere}`).pluck(),
    everyDay: db.prepare<[...SpanValues, ...SpanValues, ...SpanValues, string, number], NameRow>(
      `SELECT p.display_name AS name, p.alias, count(*) OVER () AS total FROM (
         SELECT c.learner_id, coalesce(min(iif(p.alias IS NULL, NULL, p.id)), min(p.id)) AS person_id, count(DISTINCT r.day) AS days, max(p.hidden) AS hidden, min(p.gone) AS gone,
           ${shownDifferently()} AS mixed
         FROM ${answersOf} WHERE ${askedThere} GROUP BY c.learner_id) d
       JOIN people p ON p.id = d.person_id
       WHERE d.days = (SELECT count(DISTINCT r.day) FROM rounds r WHERE ${closedDaily}) AND d.hidden = 0 AND d.gone = 0 AND NOT d.mixed
         AND d.learner_id NOT IN (SELECT o.learner_id FROM people l JOIN accounts o ON o.id = l.account_id WHERE l.id IN (SELECT CAST(value AS BIGINT) FROM json_each(?)))
       ORDER BY (SELECT max(m.current) FROM members m WHERE m.person_id = p.id) DESC NULLS LAST, p.id LIMIT +?`,
    ),
    askedBefore: db.prepare<[number, string], string>(`SELECT DISTINCT question FROM rounds WHERE place_id = ? AND state = 'closed' AND day < ?`).pluck(),
    drawAgain: db.prepare<[number, string]>('UPDATE weekly_recaps SET stale = stale + 1 WHERE place_id = ? AND week = ? AND message IS NOT NULL'),
    stale: db.prepare<[number], PostedWeek>(
      `SELECT p.name AS place, w.week, w.message, w.stale FROM weekly_recaps w JOIN places p ON p.id = w.place_id
       WHERE w.stale > 0 AND w.message IS NOT NULL ORDER BY w.place_id LIMIT +?`,
    ),
    markDrawn: db.prepare<[number, string, number]>('UPDATE weekly_recaps SET stale = 0 WHERE place_id = ? AND week = ? AND stale = ?'),
  }
}
