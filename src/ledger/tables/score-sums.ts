// The board of a season, added up from all answers of its dates: when a season is added or gets other dates, and when two channels become one.
import { periodKey, pointsForRight } from '../../core/board.ts'
import type { DateRange } from '../../core/date-range.ts'
import type { Statements } from './statements.ts'

export type ScoreSums = {
  count(placeId: number, dates: DateRange): void
  remove(placeId: number, dates: DateRange): void
}

type Counted = { readonly board: number; readonly placeId: number; readonly from: string; readonly to: string }

/** Everybody with an answer in the channel. Those who aren't shown are in no index of a board, but they are few. */
const people = `SELECT person_id FROM scores WHERE board_id = @all AND shown = 1
  UNION ALL SELECT id FROM people WHERE (hidden = 1 OR gone = 1) AND group_id = (SELECT group_id FROM places WHERE id = @placeId)
  UNION SELECT person_id FROM scores WHERE board_id = @all AND answered = 0 AND days > 0`

export function openScoreSums(db: Statements): ScoreSums {
  const addBoard = db.prepare<[number, string], number>(`INSERT INTO boards (scope, owner_id, period) VALUES ('place', ?, ?) RETURNING id`).pluck()
  const find = db.prepare<[number, string], number>(`SELECT id FROM boards WHERE scope = 'place' AND owner_id = ? AND period = ?`).pluck()
  // From people to their answers of those days, which lie side by side.
  const count = db.prepare<[Counted & { readonly all: number }]>(
    `INSERT INTO scores (person_id, board_id, points, answered, right_answers, reached_at, shown, days)
     SELECT p.id, @board, ${pointsForRight} * coalesce(sum(a.is_right), 0), count(a.is_right), coalesce(sum(a.is_right), 0), coalesce(max(iif(a.is_right = 1, a.at, NULL)), min(a.at)),
       iif(p.hidden = 0 AND p.gone = 0 AND count(a.is_right) > 0, 1, 0), count(DISTINCT a.day)
     FROM (${people}) who CROSS JOIN people p ON p.id = who.person_id
       CROSS JOIN answers a ON a.person_id = p.id AND a.day BETWEEN @from AND @to CROSS JOIN rounds r ON r.id = a.round_id
     WHERE r.place_id = @placeId AND a.present = 1 AND a.superseded_by IS NULL GROUP BY p.id`,
  )
  const remove = db.prepare<[number]>('DELETE FROM scores WHERE board_id = ?')
  const removeLevels = db.prepare<[number]>('DELETE FROM levels WHERE board_id = ?')
  const removeBoard = db.prepare<[number]>('DELETE FROM boards WHERE id = ?')
  return {
    count(placeId, { from, to }) {
      const all = find.get(placeId, 'all')
      if (all === undefined) return
      const board = Number(addBoard.get(placeId, periodKey({ from, to }, from)))
      count.run({ board, all, placeId, from, to })
    },
    remove(placeId, dates) {
      const board = find.get(placeId, periodKey(dates, dates.from))
      if (board === undefined) return
      remove.run(board)
      removeLevels.run(board)
      removeBoard.run(board)
    },
  }
}
