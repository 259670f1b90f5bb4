// Reads boards. The time it takes depends on the page and on how many different numbers of points there are, not on how many
// people or answers a board has.
import type { Database } from 'better-sqlite3'
import type { Scope } from '../../core/board.ts'
import { currentStreak } from '../../core/study-day.ts'
import type { Board, BoardQuery, BoardRow } from '../ledger.ts'
import type { Groups } from './groups.ts'
import { isShown, type People } from './people.ts'
import type { Places } from './places.ts'
import type { Rounds } from './rounds.ts'
import { scoreOf, type Scores } from './scores.ts'

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

  function page(boardId: number, levels: readonly Level[], query: BoardQuery): readonly PageRow[] {
    let skip = query.page * query.size
    for (const { points, people: standing } of levels) {
      if (skip < standing) return sql.page.all(boardId, points, query.size, skip)
      skip -= standing
    }
    return []
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
      const levels = sql.levels.all(boardId)
      const ranks = ranksOf(levels)
      const toRow = (row: OwnRow, personId: number, person: BoardRow['person']): BoardRow => ({
        ...scoreOf(row),
        rank: ranks.get(row.points) ?? 1,
        person,
        streak: streakOf(personId, where),
      })
      const rows = page(boardId, levels, query).map((row) => toRow(row, row.person_id, { id: row.id, name: row.name }))
      const own = asker === undefined || !isShown(asker) ? undefined : sql.own.get(asker.id, boardId)
      return {
        rows,
        own: own === undefined || asker === undefined ? null : toRow(own, asker.id, { id: query.asker, name: asker.name }),
        people: levels.reduce((sum, level) => sum + level.people, 0),
        hidden,
      }
    },
  }
}

/** Rank by points: one more than the people who have more. */
function ranksOf(levels: readonly Level[]): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>()
  let above = 0
  for (const { points, people } of levels) {
    ranks.set(points, above + 1)
    above += people
  }
  return ranks
}

function prepare(db: Database) {
  return {
    levels: db.prepare<[number], Level>('SELECT points, people FROM levels WHERE board_id = ? AND people > 0 ORDER BY points DESC'),
    own: db.prepare<[number, number], OwnRow>('SELECT points, answered, right_answers FROM scores WHERE person_id = ? AND board_id = ?'),
    page: db.prepare<[number, number, number, number], PageRow>(
      `SELECT s.points, s.answered, s.right_answers, s.person_id, p.name AS id, p.display_name AS name
       FROM scores s JOIN people p ON p.id = s.person_id
       WHERE s.board_id = ? AND s.shown = 1 AND s.points <= ?
       ORDER BY s.points DESC, s.answered, s.reached_at, s.person_id LIMIT ? OFFSET ?`,
    ),
  }
}
