// Moves the rows of a channel to another id, and adds those of one channel to those of another. Rare, so its statements are compiled
// when they are needed.
import type { PlaceId } from '../../core/quiz.ts'
import type { Streak } from '../../core/streak.ts'
import type { Instant } from '../../core/time.ts'
import type { Caches } from './caches.ts'
import type { Statements } from './statements.ts'

type Member = Pick<Streak, 'longest'> & { readonly personId: number; readonly answeredAt: Instant }

export type PlaceMoves = {
  /** Names the channel anew, and its messages. */
  rename(placeId: number, to: PlaceId, message: (message: string) => string): void
  /** Takes the rounds and handled events of `gone`. Of two rounds for one date, one goes on as an extra round. */
  takeRounds(placeId: number, gone: number): void
  /** Adds the points of `gone` to the boards of the channel. */
  takeScores(placeId: number, gone: number): void
  /** Takes the reports, and the quarterly review of `gone`, or only the last quarter that it posted if the channel has its own. */
  takeDuties(placeId: number, gone: number): void
  /** Takes the questions that the team of `gone` wrote. */
  takeTeamItems(placeId: number, gone: number): void
  /** Takes the days off of `gone`. */
  takeDaysOff(placeId: number, gone: number): void
  /** Takes the final boards of `gone`; of those that both have, the channel keeps its own. */
  takeFinalBoards(placeId: number, gone: number): void
  /** Takes the weekly recaps of `gone`; of a week that both have, the channel keeps its own. */
  takeWeekly(placeId: number, gone: number): void
  /** Takes the reminders before the close that people asked for in `gone`. */
  takeNudges(placeId: number, gone: number): void
  members(placeId: number): readonly Member[]
  /** Removes a channel whose rounds and scores were taken. */
  remove(placeId: number): void
  /** Claims the channel's last scheduled round again, which failed because the channel was unreachable. */
  claimAgain(placeId: number, now: Instant, notDueBefore: Instant): void
  /** Must be called before any other table is read: what they keep in memory is no longer true. */
  forget(): void
}

export function openPlaceMoves(db: Statements, caches: Caches): PlaceMoves {
  const run = (sql: string, values: Readonly<Record<string, unknown>>) => void db.prepare(sql).run(values)
  /** Of rows that both have, the channel keeps its own. */
  function takeMissing(table: string, key: readonly string[], placeId: number, gone: number): void {
    run(takeOver(table, key), { placeId, gone })
    run(`DELETE FROM ${table} WHERE place_id = @gone`, { placeId, gone })
  }

  return {
    rename(placeId, to, message) {
      run('UPDATE places SET name = @to WHERE id = @placeId', { to, placeId })
      for (const [table, key] of [['rounds', 'id'], ['weekly_recaps', 'week'], ['final_posts', 'period']]) {
        const posts = db.prepare<[number], { key: number | string; message: string }>(`SELECT ${key} AS key, message FROM ${table} WHERE place_id = ? AND message IS NOT NULL`)
        const save = db.prepare<[string, number, number | string]>(`UPDATE ${table} SET message = ? WHERE place_id = ? AND ${key} = ?`)
        for (const post of posts.all(placeId)) save.run(message(post.message), placeId, post.key)
      }
    },
    takeRounds(placeId, gone) {
      for (const sql of takeRounds) run(sql, { placeId, gone })
    },
    takeScores(placeId, gone) {
      for (const sql of takeScores) run(sql, { placeId, gone })
    },
    takeDuties(placeId, gone) {
      for (const sql of takeDuties) run(sql, { placeId, gone })
      run('UPDATE reports SET place_id = @placeId WHERE place_id = @gone', { placeId, gone })
    },
    takeTeamItems(placeId, gone) {
      for (const table of ['team_questions', 'team_decks']) run(`UPDATE ${table} SET place_id = @placeId WHERE place_id = @gone`, { placeId, gone })
    },
    takeDaysOff(placeId, gone) {
      run(takeOver('days_off', ['from_date', 'to_date', 'kind']), { placeId, gone })
    },
    takeFinalBoards(placeId, gone) {
      takeMissing('final_boards', [], placeId, gone)
      takeMissing('final_posts', ['period'], placeId, gone)
    },
    takeWeekly: (placeId, gone) => takeMissing('weekly_recaps', ['week'], placeId, gone),
    takeNudges: (placeId, gone) => takeMissing('nudges', ['person_id'], placeId, gone),
    members: (placeId) =>
      db
        .prepare<[number], Member>(
          `SELECT person_id AS personId, longest, answered_at AS answeredAt FROM members WHERE place_id = +? ORDER BY person_id`,
        )
        .all(placeId),
    remove(placeId) {
      for (const table of ['members', 'streak_starts', 'days_off', 'seasons', 'share_codes', 'quizzes']) run(`DELETE FROM ${table} WHERE place_id = @placeId`, { placeId })
      run('DELETE FROM places WHERE id = @placeId', { placeId })
    },
    claimAgain: (placeId, now, notDueBefore) => run(claimAgain, { placeId, now, notDueBefore }),
    forget: () => caches.clear(),
  }
}

/** Leaves what the channel has a row of its own for. `key`: what its rows are told apart by. */
function takeOver(table: string, key: readonly string[]): string {
  const same = ['o.place_id = @placeId', ...key.map((column) => `o.${column} = ${table}.${column}`)].join(' AND ')
  return `UPDATE ${table} SET place_id = @placeId WHERE place_id = @gone AND NOT EXISTS (SELECT 1 FROM ${table} o WHERE ${same})`
}

/** The one that was posted stays its date's round. The other keeps what it has, as an extra; if nothing was sent yet, nothing will be. */
const takeRounds = [
  `UPDATE rounds SET occasion = occasion || '+moved' || id, shared_id = NULL WHERE id IN (
     SELECT CASE WHEN kept.state NOT IN ('open', 'closed') AND other.state IN ('open', 'closed') THEN kept.id ELSE other.id END
     FROM rounds kept JOIN rounds other ON other.occasion = kept.occasion WHERE kept.place_id = @placeId AND other.place_id = @gone)`,
  `UPDATE rounds SET state = 'skipped', reason = 'The channel already had a question for this date.'
   WHERE place_id IN (@placeId, @gone) AND state = 'claimed' AND instr(occasion, '+moved') > 0`,
  `UPDATE rounds SET place_id = @placeId WHERE place_id = @gone`,
  takeOver('events', ['kind', 'name']),
  `DELETE FROM events WHERE place_id = @gone`,
]

const boardsOfGone = `SELECT id FROM boards WHERE scope = 'place' AND owner_id = @gone`

/** Somebody may have answered in both on the same day. The rounds have to be taken already. */
const daysOf = `SELECT count(DISTINCT a.day) FROM answers a JOIN rounds r ON r.id = a.round_id
  WHERE a.person_id = s.person_id AND r.place_id = @placeId AND a.present = 1 AND a.superseded_by IS NULL
    AND other.period IN ('all', substr(a.day, 1, 7), strftime('%G-W%V', a.day))`

/** Triggers keep the levels of the channel; those of `gone` have none for removals. */
const takeScores = [
  `INSERT INTO boards (scope, owner_id, period) SELECT scope, CAST(@placeId AS BIGINT), period FROM boards WHERE scope = 'place' AND owner_id = @gone ON CONFLICT DO NOTHING`,
  `INSERT INTO scores (person_id, board_id, points, answered, right_answers, reached_at, shown, days)
     SELECT s.person_id, kept.id, s.points, s.answered, s.right_answers, s.reached_at, s.shown, (${daysOf}) FROM scores s
     JOIN boards other ON other.id = s.board_id AND other.scope = 'place' AND other.owner_id = @gone
     JOIN boards kept ON kept.scope = 'place' AND kept.owner_id = @placeId AND kept.period = other.period
     WHERE true
   ON CONFLICT (person_id, board_id) DO UPDATE SET points = scores.points + excluded.points, answered = scores.answered + excluded.answered,
     right_answers = scores.right_answers + excluded.right_answers, reached_at = iif(scores.reached_at > excluded.reached_at, scores.reached_at, excluded.reached_at),
     shown = iif(scores.shown = 1, 1, excluded.shown), days = excluded.days`,
  `DELETE FROM scores WHERE board_id IN (${boardsOfGone})`,
  `DELETE FROM levels WHERE board_id IN (${boardsOfGone})`,
  `DELETE FROM boards WHERE scope = 'place' AND owner_id = @gone`,
]

const takeDuties = [
  `UPDATE duty_reviews SET posted = other.posted FROM (SELECT posted FROM duty_reviews WHERE place_id = @gone) other
   WHERE place_id = @placeId AND other.posted > coalesce(duty_reviews.posted, '')`,
  takeOver('duty_reviews', []),
  `DELETE FROM duty_reviews WHERE place_id = @gone`,
]

/** Not one that had no question to post. */
const claimAgain = `UPDATE rounds SET state = 'claimed', reason = NULL, sending_since = NULL, retry_at = NULL, tell_at = NULL
  WHERE id = (SELECT id FROM rounds WHERE place_id = @placeId AND instr(occasion, '+') = 0 ORDER BY due_at DESC LIMIT 1)
  AND state = 'failed' AND question <> '' AND closes_at > @now AND due_at >= @notDueBefore`
