// The order of a board, read from scores and levels. A page costs the same however many people and answers a board has: it depends on
// its size and on how many different numbers of points there are.
import { aliasesLeftOut } from '../../core/board-aliases.ts'
import { noScore, type Score } from '../../core/board.ts'
import type { GroupId, PersonId } from '../../core/quiz.ts'
import { scoreOf, type ScoreRow } from './scores.ts'
import type { Statements } from './statements.ts'

/** `person`: by their own id and name, and the alias that is to be shown instead. */
export type Standing = {
  readonly personId: number
  readonly accountId: number
  readonly group: GroupId
  readonly person: { readonly id: PersonId; readonly name: string; readonly alias: string | null }
  readonly score: Score
}

/** Who is not on a board by points although they have a score there. */
export type LeftOut = readonly { readonly personId: number; readonly points: number }[]

export type Standings = {
  /** People of these groups who go by an alias and are not to be on the board. */
  leftOut(boardId: number, groups: readonly number[]): LeftOut
  /** `size` rows from place `first` on, counted from 0. */
  page(boardId: number, first: number, size: number, leftOut: LeftOut): readonly Standing[]
  rankOf(boardId: number, points: number, leftOut: LeftOut): number
  /** People on the board. */
  people(boardId: number, leftOut: LeftOut): number
  /** Everybody on the board of people in these groups, in the order of points: for boards in another order, which no index has. */
  all(boardId: number, groups: readonly number[]): readonly (Score & { readonly personId: number; readonly aliased: boolean })[]
  /** Who has no answer on the board that counts, but was there. */
  present(boardId: number, groups: readonly number[]): readonly (Score & { readonly personId: number; readonly accountId: number; readonly isShown: boolean; readonly aliased: boolean })[]
  person(personId: number): Omit<Standing, 'score'>
}

type Level = { readonly points: number; readonly people: number }
type PageRow = ScoreRow & { readonly person_id: number; readonly account_id: number; readonly group: string; readonly id: string; readonly name: string; readonly alias: string | null }

export function openStandings(db: Statements): Standings {
  const sql = prepare(db)

  const peopleOn = (boardId: number) => sql.people.get(boardId) ?? 0

  /** The levels say at how many points the page begins, so the rows of people with more points are not read. */
  function rows(boardId: number, first: number, size: number, leftOut: LeftOut): readonly PageRow[] {
    const without = JSON.stringify(leftOut.map(({ personId }) => personId))
    if (first === 0) return sql.page.all(boardId, Number.MAX_SAFE_INTEGER, without, size, 0)
    const outAt = Map.groupBy(leftOut, ({ points }) => points)
    let skip = first
    for (const level of sql.levels.all(boardId)) {
      const people = level.people - (outAt.get(level.points)?.length ?? 0)
      if (skip < people) return sql.page.all(boardId, level.points, without, size, skip)
      skip -= people
    }
    return []
  }

  return {
    leftOut(boardId, groups) {
      const aliased = groups.flatMap((group) => sql.scoresOfAliased.all(boardId, group))
      return aliased.length === 0 ? [] : aliasesLeftOut(peopleOn(boardId), aliased)
    },
    page: (boardId, first, size, leftOut) =>
      rows(boardId, first, size, leftOut).map((row) => ({ personId: row.person_id, accountId: row.account_id, group: row.group, person: { id: row.id, name: row.name, alias: row.alias }, score: scoreOf(row) })),
    rankOf: (boardId, points, leftOut) => 1 + (sql.above.get(boardId, points) ?? 0) - leftOut.filter((out) => out.points > points).length,
    people: (boardId, leftOut) => peopleOn(boardId) - leftOut.length,
    all(boardId, groups) {
      const aliased = new Set(groups.flatMap((group) => sql.aliased.all(group)))
      return sql.all.all(boardId).map(([personId, points, answered, right, days]) => ({ personId, points, answered, right, days, aliased: aliased.has(personId) }))
    },
    present(boardId, groups) {
      const rows = sql.present.all(boardId)
      const aliased = new Set(rows.length === 0 ? [] : groups.flatMap((group) => sql.aliased.all(group)))
      return rows.map(({ personId, accountId, shown, days }) => ({ ...noScore, days, personId, accountId, isShown: shown === 1, aliased: aliased.has(personId) }))
    },
    person(personId) {
      const found = sql.person.get(personId)
      if (found === undefined) throw new Error(`Board row of person ${personId}, who is not known. Run npm run -s study -- verify.`)
      const { account_id, group, ...person } = found
      return { personId, accountId: account_id, group, person }
    },
  }
}

function prepare(db: Statements) {
  return {
    levels: db.prepare<[number], Level>('SELECT points, people FROM levels WHERE board_id = +? AND people > 0 ORDER BY points DESC'),
    people: db.prepare<[number], number | null>('SELECT sum(people) FROM levels WHERE board_id = ?').pluck(),
    above: db.prepare<[number, number], number | null>('SELECT sum(people) FROM levels WHERE board_id = ? AND points > ?').pluck(),
    page: db.prepare<[number, number, string, number, number], PageRow>(
      `SELECT s.points, s.answered, s.right_answers, s.days, s.person_id, p.account_id, g.name AS "group", p.name AS id, p.display_name AS name, p.alias
       FROM scores s JOIN people p ON p.id = s.person_id JOIN groups g ON g.id = p.group_id
       WHERE s.board_id = +? AND s.shown = 1 AND s.points <= +? AND s.person_id NOT IN (SELECT CAST(value AS BIGINT) FROM json_each(?))
       ORDER BY s.points DESC, s.answered, s.reached_at, s.person_id LIMIT +? OFFSET +?`,
    ),
    // From the index alone; as lists, since there may be many.
    all: db.prepare<[number], [personId: number, points: number, answered: number, right: number, days: number]>(
      `SELECT person_id, points, answered, right_answers, days FROM scores WHERE board_id = +? AND shown = 1 ORDER BY points DESC, answered, reached_at, person_id`,
    ).raw(),
    present: db.prepare<[number], { readonly personId: number; readonly accountId: number; readonly shown: number; readonly days: number }>(
      `SELECT s.person_id AS personId, p.account_id AS accountId, p.hidden = 0 AND p.gone = 0 AS shown, s.days FROM scores s JOIN people p ON p.id = s.person_id
       WHERE s.board_id = +? AND s.answered = 0 AND s.days > 0 ORDER BY s.reached_at, s.person_id`,
    ),
    aliased: db.prepare<[number], number>('SELECT id FROM people WHERE group_id = +? AND alias_key IS NOT NULL ORDER BY id').pluck(),
    scoresOfAliased: db.prepare<[number, number], LeftOut[number] & { readonly answered: number }>(
      `SELECT p.id AS personId, s.points, s.answered FROM people p CROSS JOIN scores s ON s.person_id = p.id AND s.board_id = +?
       WHERE p.group_id = +? AND p.alias_key IS NOT NULL AND s.shown = 1 ORDER BY p.id`,
    ),
    person: db.prepare<[number], Standing['person'] & Pick<PageRow, 'account_id' | 'group'>>(
      `SELECT p.name AS id, p.display_name AS name, p.alias, p.account_id, g.name AS "group" FROM people p JOIN groups g ON g.id = p.group_id WHERE p.id = +?`,
    ),
  }
}
