// Reads boards. The time it takes depends on the page and on how many different numbers of points there are, not on how many
// people or answers a board has.
import type { Database } from 'better-sqlite3'
import type { Scope } from '../../core/board.ts'
import { currentStreak } from '../../core/study-day.ts'
import type { Board, BoardQuery, BoardRow } from '../boards.ts'
import type { Groups } from './tables/groups.ts'
import { isShown, type People } from './tables/people.ts'
import type { Places } from './tables/places.ts'
import type { Rounds } from './tables/rounds.ts'
import { scoreOf, type Scores } from './tables/scores.ts'

export type Boards = ReturnType<typeof openBoards>

type Level = { readonly points: number; readonly people: number }
type OwnRow = { readonly points: number; readonly answered: number; readonly right_answers: number }
type PageRow = OwnRow & { readonly person_id: number; readonly id: string; readonly name: string }
type Where = { readonly scope: Scope; readonly ownerId: number }

type Parts = {
  readonly groups: Groups
  readonly places: Places
  readonly people: People
  readonly rounds: Rounds
  readonly scores: Scores
}

export function openBoards(db: Database, { groups, places, people, rounds, scores }: Parts) {
  const sql = prepare(db)

  /** The streak as it stands; over a whole group the best of the person's channels. */
  function streakOf(personId: number, { scope, ownerId }: Where): number {
    if (scope === 'place') return currentStreak(people.streak(personId, ownerId), rounds.endedDay(ownerId))
    const streaks = people.memberships(personId).map(({ placeId, streak }) => currentStreak(streak, rounds.endedDay(placeId)))
    return Math.max(0, ...streaks)
  }

  /** The rows from `page * size` on; the levels say where they begin, so that nobody before them is walked past. */
  function page(boardId: number, query: BoardQuery): readonly PageRow[] {
    if (query.page === 0) return sql.page.all(boardId, Number.MAX_SAFE_INTEGER, query.size, 0)
    let skip = query.page * query.size
    for (const { points, people: standing } of sql.levels.all(boardId)) {
      if (skip < standing) return sql.page.all(boardId, points, query.size, skip)
      skip -= standing
    }
    return []
  }

  const rankOf = (boardId: number, points: number) => 1 + (sql.above.get(boardId, points) ?? 0)

  /** Equal points share a rank; whoever has fewer than the row before stands at their own place on the board. */
  function ranked(boardId: number, rows: readonly PageRow[], first: number): readonly (PageRow & { readonly rank: number })[] {
    let rank = 0
    return rows.map((row, index) => {
      const before = rows[index - 1]
      if (before === undefined) rank = first === 0 ? 1 : rankOf(boardId, row.points)
      else if (before.points !== row.points) rank = first + index + 1
      return { ...row, rank }
    })
  }

  /** Undefined as well for a channel of another group. */
  function owner({ scope, group, place }: BoardQuery): Where | undefined {
    const groupId = groups.find(group)
    const ownerId = scope === 'group' ? groupId : places.findIn(place, groupId)
    return ownerId === undefined ? undefined : { scope, ownerId }
  }

  return {
    read(query: BoardQuery): Board {
      const where = owner(query)
      const asker = people.find(query.group, query.asker)
      const hidden = asker?.hidden ?? false
      const boardId = where === undefined ? undefined : scores.find(where.scope, where.ownerId, query.period, query.day)
      if (where === undefined || boardId === undefined) return { rows: [], own: null, people: 0, hidden }
      const toRow = (row: OwnRow, rank: number, personId: number, person: BoardRow['person']): BoardRow => ({
        ...scoreOf(row),
        rank,
        person,
        streak: streakOf(personId, where),
      })
      const rows = ranked(boardId, page(boardId, query), query.page * query.size)
      const own = asker === undefined || !isShown(asker) ? undefined : sql.own.get(asker.id, boardId)
      return {
        rows: rows.map((row) => toRow(row, row.rank, row.person_id, { id: row.id, name: row.name })),
        own:
          own === undefined || asker === undefined
            ? null
            : toRow(own, rankOf(boardId, own.points), asker.id, { id: query.asker, name: asker.name }),
        people: sql.people.get(boardId) ?? 0,
        hidden,
      }
    },
  }
}

function prepare(db: Database) {
  return {
    levels: db.prepare<[number], Level>('SELECT points, people FROM levels WHERE board_id = +? AND people > 0 ORDER BY points DESC'),
    people: db.prepare<[number], number | null>('SELECT sum(people) FROM levels WHERE board_id = ?').pluck(),
    above: db.prepare<[number, number], number | null>('SELECT sum(people) FROM levels WHERE board_id = ? AND points > ?').pluck(),
    own: db.prepare<[number, number], OwnRow>('SELECT points, answered, right_answers FROM scores WHERE person_id = ? AND board_id = ?'),
    page: db.prepare<[number, number, number, number], PageRow>(
      `SELECT s.points, s.answered, s.right_answers, s.person_id, p.name AS id, p.display_name AS name
       FROM scores s JOIN people p ON p.id = s.person_id
       WHERE s.board_id = +? AND s.shown = 1 AND s.points <= +?
       ORDER BY s.points DESC, s.answered, s.reached_at, s.person_id LIMIT +? OFFSET +?`,
    ),
  }
}
