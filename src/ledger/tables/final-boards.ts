// The tables of final boards: which channels want them, and those that were posted.
import type { Counting, Ending, FinalWanted } from '../../core/final-board.ts'
import type { PlaceId } from '../../core/quiz.ts'
import { addDays, type Instant, type LocalDate } from '../../core/time.ts'
import { weekOf, type Week } from '../../core/weekly.ts'
import type { PostedFinal } from '../final-boards.ts'
import type { Statements } from './statements.ts'

export type FinalBoardsTable = {
  of(placeId: number): FinalWanted | undefined
  /** @param lookAt when to look next */
  save(placeId: number, wanted: FinalWanted, lookAt: Instant): void
  /** Channels to look at, the longest due first. */
  toLookAt(now: Instant, limit: number): readonly PlaceId[]
  lookAgain(placeId: number, at: Instant): void
  isClaimed(placeId: number, key: string): boolean
  claim(placeId: number, key: string, ending: Ending, problem: string | null): void
  release(placeId: number, key: string, problem: string | null): void
  saveProblem(placeId: number, key: string, problem: string): void
  savePosted(placeId: number, key: string, message: string | null): void
  /** Of the latest one. */
  problem(placeId: number): string | null
  counting(placeId: number, lastDay: LocalDate): Counting
  /** The last two in which a question was asked, the latest first. */
  weeks(placeId: number): readonly Week[]
  /** What boards of that day show has changed. */
  drawAgain(placeId: number, day: LocalDate): void
  stale(limit: number): readonly PostedFinal[]
  markDrawn(placeId: number, key: string, stale: number): void
}

/** No question stays open longer, in days. */
const longestOpen = 15

type WantedRow = { readonly week: number; readonly season: number; readonly since: string }
type PostRow = Ending & { readonly place: PlaceId; readonly message: string; readonly stale: number }
type CountingRow = { readonly open: number; readonly until: number | null }

export function openFinalBoardsTable(db: Statements): FinalBoardsTable {
  const sql = prepare(db)
  return {
    of(placeId) {
      const row = sql.of.get(placeId)
      return row === undefined ? undefined : { week: row.week === 1, season: row.season === 1, since: row.since }
    },
    save: (placeId, { week, season, since }, lookAt) => void sql.save.run(placeId, Number(week), Number(season), since, lookAt),
    toLookAt: (now, limit) => sql.toLookAt.all(now, limit),
    lookAgain: (placeId, at) => void sql.lookAgain.run(at, placeId),
    isClaimed: (placeId, key) => sql.claimed.get(placeId, key) !== undefined,
    claim: (placeId, key, { from, to, name }, problem) => void sql.claim.run(placeId, key, from, to, name, problem),
    release: (placeId, key, problem) => void sql.release.run(problem, placeId, key),
    saveProblem: (placeId, key, problem) => void sql.saveProblem.run(problem, placeId, key),
    savePosted: (placeId, key, message) => void sql.savePosted.run(message, placeId, key),
    problem: (placeId) => sql.problem.get(placeId) ?? null,
    counting(placeId, lastDay) {
      const row = sql.counting.get(placeId, lastDay, placeId, addDays(lastDay, -longestOpen), lastDay)
      return { open: row?.open === 1, until: row?.until ?? 0 }
    },
    weeks(placeId) {
      const before = (day: LocalDate) => sql.lastDay.get(placeId, day) ?? null
      const latest = before('9999')
      const earlier = latest === null ? null : before(weekOf(latest))
      return [latest, earlier].flatMap((day) => (day === null ? [] : [weekOf(day)]))
    },
    drawAgain: (placeId, day) => void sql.drawAgain.run(placeId, day, day),
    stale: (limit) => sql.stale.all(limit).map(({ place, message, stale, ...ending }) => ({ place, message, stale, ending })),
    markDrawn: (placeId, key, stale) => void sql.markDrawn.run(placeId, key, stale),
  }
}

function prepare(db: Statements) {
  return {
    of: db.prepare<[number], WantedRow>('SELECT week, season, since FROM final_boards WHERE place_id = ?'),
    save: db.prepare<[number, number, number, string, number]>(
      `INSERT INTO final_boards (place_id, week, season, since, look_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (place_id) DO UPDATE SET (week, season, since, look_at) = (excluded.week, excluded.season, excluded.since, excluded.look_at)`,
    ),
    toLookAt: db
      .prepare<[number, number], string>(
        'SELECT p.name FROM final_boards f JOIN places p ON p.id = f.place_id WHERE (f.week = 1 OR f.season = 1) AND f.look_at <= +? ORDER BY f.look_at, f.place_id LIMIT +?',
      )
      .pluck(),
    lookAgain: db.prepare<[number, number]>('UPDATE final_boards SET look_at = ? WHERE place_id = ?'),
    claimed: db.prepare<[number, string], number>('SELECT 1 FROM final_posts WHERE place_id = ? AND period = ? AND claimed = 1').pluck(),
    claim: db.prepare<[number, string, string, string, string | null, string | null]>(
      `INSERT INTO final_posts (place_id, period, from_date, to_date, name, claimed, problem) VALUES (?, ?, ?, ?, ?, 1, ?)
       ON CONFLICT (place_id, period) DO UPDATE SET (name, claimed, problem) = (excluded.name, 1, coalesce(excluded.problem, final_posts.problem))`,
    ),
    release: db.prepare<[string | null, number, string]>('UPDATE final_posts SET claimed = 0, problem = ? WHERE place_id = ? AND period = ? AND message IS NULL'),
    saveProblem: db.prepare<[string, number, string]>('UPDATE final_posts SET problem = ? WHERE place_id = ? AND period = ?'),
    savePosted: db.prepare<[string | null, number, string]>('UPDATE final_posts SET (message, problem) = (?, NULL) WHERE place_id = ? AND period = ?'),
    problem: db.prepare<[number], string | null>('SELECT problem FROM final_posts WHERE place_id = ? ORDER BY to_date DESC LIMIT 1').pluck(),
    // Once a later daily question is out, answers to one that is still open count for that day (see countedDay), but those that wait
    // for the close may be from before.
    counting: db.prepare<[number, string, number, string, string], CountingRow>(
      `SELECT max(iif(state IN ('claimed', 'sending') OR (state = 'open' AND (feedback = 'at-close' OR NOT EXISTS (
         SELECT 1 FROM rounds l WHERE l.place_id = +? AND l.day > +? AND l.state IN ('open', 'closed') AND instr(l.occasion, '+') = 0))), 1, 0)) AS open,
         max(closes_at) AS until
       FROM rounds WHERE place_id = +? AND day BETWEEN +? AND +? AND state IN ('claimed', 'sending', 'open', 'closed')`,
    ),
    lastDay: db.prepare<[number, string], string | null>(`SELECT max(day) FROM rounds WHERE place_id = ? AND day < ? AND state IN ('open', 'closed')`).pluck(),
    drawAgain: db.prepare<[number, string, string]>('UPDATE final_posts SET stale = stale + 1 WHERE place_id = ? AND from_date <= ? AND to_date >= ? AND message IS NOT NULL'),
    stale: db.prepare<[number], PostRow>(
      `SELECT p.name AS place, f.from_date AS "from", f.to_date AS "to", f.name, f.message, f.stale FROM final_posts f JOIN places p ON p.id = f.place_id
       WHERE f.stale > 0 AND f.message IS NOT NULL ORDER BY f.place_id LIMIT +?`,
    ),
    markDrawn: db.prepare<[number, string, number]>('UPDATE final_posts SET stale = 0 WHERE place_id = ? AND period = ? AND stale = ?'),
  }
}
