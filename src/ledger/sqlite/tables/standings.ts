// The order of a board, read from scores and levels. A page costs the same however many people and answers a board has: it depends on
// its size and on how many different numbers of points there are.
import type { Database } from 'better-sqlite3'
import type { Score } from '../../../core/board.ts'
import type { GroupId, PersonId } from '../../../core/quiz.ts'
import { scoreOf, type ScoreRow } from './scores.ts'

/** `person`: by their own id and name, and the alias that is to be shown instead. */
export type Standing = {
  readonly personId: number
  readonly accountId: number
  readonly group: GroupId
  readonly person: { readonly id: PersonId; readonly name: string; readonly alias: string | null }
  readonly score: Score
}

export type Standings = {
  /** `size` rows from place `first` on, counted from 0. */
  page(boardId: number, first: number, size: number): readonly Standing[]
  rankOf(boardId: number, points: number): number
  /** People on the board. */
  people(boardId: number): number
  /** Everybody on the board of people in these groups, in the order of points: for boards in another order, which no index has. */
  all(boardId: number, groups: readonly number[]): readonly (Score & { readonly personId: number; readonly aliased: boolean })[]
  person(personId: number): Omit<Standing, 'score'>
}

type Level = { readonly points: number; readonly people: number }
type PageRow = ScoreRow & { readonly person_id: number; readonly account_id: number; readonly group: string; readonly id: string; readonly name: string; readonly alias: string | null }

export function openStandings(db: Database): Standings {
  const sql = prepare(db)

  /** The levels say at how many points the page begins, so the rows of people with more points are not read. */
  function rows(boardId: number, first: number, size: number): readonly PageRow[] {
    if (first === 0) return sql.page.all(boardId, Number.MAX_SAFE_INTEGER, size, 0)
    let skip = first
    for (const { points, people } of sql.levels.all(boardId)) {
      if (skip < people) return sql.page.all(boardId, points, size, skip)
      skip -= people
    }
    return []
  }

  return {
    page: (boardId, first, size) =>
      rows(boardId, first, size).map((row) => ({ personId: row.person_id, accountId: row.account_id, group: row.group, person: { id: row.id, name: row.name, alias: row.alias }, score: scoreOf(row) })),
    rankOf: (boardId, points) => 1 + (sql.above.get(boardId, points) ?? 0),
    people: (boardId) => sql.people.get(boardId) ?? 0,
    all(boardId, groups) {
      const aliased = new Set(groups.flatMap((group) => sql.aliased.all(group)))
      return sql.all.all(boardId).map(([personId, points, answered, right, days]) => ({ personId, points, answered, right, days, aliased: aliased.has(personId) }))
    },
    person(personId) {
      const found = sql.person.get(personId)
      if (found === undefined) throw new Error(`Board row of person ${personId}, who is not known. Run “study -- verify”.`)
      const { account_id, group, ...person } = found
      return { personId, accountId: account_id, group, person }
    },
  }
}

function prepare(db: Database) {
  return {
    levels: db.prepare<[number], Level>('SELECT points, people FROM levels WHERE board_id = +? AND people > 0 ORDER BY points DESC'),
    people: db.prepare<[number], number | null>('SELECT sum(people) FROM levels WHERE board_id = ?').pluck(),
    above: db.prepare<[number, number], number | null>('SELECT sum(people) FROM levels WHERE board_id = ? AND points > ?').pluck(),
    page: db.prepare<[number, number, number, number], PageRow>(
      `SELECT s.points, s.answered, s.right_answers, s.days, s.person_id, p.account_id, g.name AS "group", p.name AS id, p.display_name AS name, p.alias
       FROM scores s JOIN people p ON p.id = s.person_id JOIN groups g ON g.id = p.group_id
       WHERE s.board_id = +? AND s.shown = 1 AND s.points <= +?
       ORDER BY s.points DESC, s.answered, s.reached_at, s.person_id LIMIT +? OFFSET +?`,
    ),
    // From the index alone; as lists, since there may be many.
    all: db.prepare<[number], [personId: number, points: number, answered: number, right: number, days: number]>(
      `SELECT person_id, points, answered, right_answers, days FROM scores WHERE board_id = +? AND shown = 1 ORDER BY points DESC, answered, reached_at, person_id`,
    ).raw(),
    aliased: db.prepare<[number], number>('SELECT id FROM people WHERE group_id = ? AND alias_key IS NOT NULL').pluck(),
    person: db.prepare<[number], Standing['person'] & Pick<PageRow, 'account_id' | 'group'>>(
      `SELECT p.name AS id, p.display_name AS name, p.alias, p.account_id, g.name AS "group" FROM people p JOIN groups g ON g.id = p.group_id WHERE p.id = +?`,
    ),
  }
}
