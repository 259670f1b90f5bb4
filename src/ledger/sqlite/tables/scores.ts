// The tables of boards and scores: adds an answer to every board on which it counts, in the transaction of the answer.
import type { Database } from 'better-sqlite3'
import { addAnswer, boardsOf, noScore, periodKey, type Period, type Scope, type Score } from '../../../core/board.ts'
import { isShown } from '../../../core/person.ts'
import type { Instant, LocalDate } from '../../../core/time.ts'
import type { Caches } from '../file/cache.ts'
import type { StoredPerson } from './people.ts'

export type ScoresTable = {
  /** The number of the board, if anybody is on it. */
  boardId(scope: Scope, ownerId: number, period: Period, day: LocalDate): number | undefined
  find(personId: number, boardId: number): Score | undefined
  /** Whether the person has any answer that counts. */
  hasAny(personId: number): boolean
  add(person: StoredPerson, owners: Owners, answer: Counted): void
  /** Corrects an answer that was added before: it was judged by an earlier choice. `at`: when the choice was changed. */
  correct(person: StoredPerson, owners: Owners, answer: Counted & { readonly was: boolean }): void
  /**
   * Judges an answer again; null: it counts as none. When points were reached stays, so that the same the other way round restores all.
   * Who has no answer left on a board is not shown on it.
   */
  rejudge(person: StoredPerson, owners: Owners, answer: Omit<Counted, 'right'> & { readonly was: boolean | null; readonly right: boolean | null }): void
}

type Owners = { readonly placeId: number; readonly groupId: number }
type Counted = { readonly day: LocalDate; readonly right: boolean; readonly at: Instant }

export type ScoreRow = { readonly points: number; readonly answered: number; readonly right_answers: number }

export function openScoresTable(db: Database, caches: Caches): ScoresTable {
  const sql = prepare(db)
  const boardIdsOfDay = caches.open<string, readonly number[]>(20_000)

  function boardIds({ placeId, groupId }: Owners, day: LocalDate): readonly number[] {
    const name = `${placeId} ${groupId} ${day}`
    const known = boardIdsOfDay.get(name)
    if (known !== undefined) return known
    const ids = boardsOf(day).map(({ scope, key }) => {
      const ownerId = scope === 'place' ? placeId : groupId
      return sql.findBoard.get(scope, ownerId, key) ?? Number(sql.addBoard.run(scope, ownerId, key).lastInsertRowid)
    })
    boardIdsOfDay.set(name, ids)
    return ids
  }

  return {
    boardId: (scope, ownerId, period, day) => sql.findBoard.get(scope, ownerId, periodKey(period, day)),
    find(personId, boardId) {
      const row = sql.find.get(personId, boardId)
      return row === undefined ? undefined : scoreOf(row)
    },
    hasAny: (personId) => sql.hasAny.get(personId) !== undefined,
    add(person, owners, answer) {
      const boards = boardIds(owners, answer.day)
      const { points, answered, right } = addAnswer(noScore, answer.right)
      const { changes } =
        points === 0
          ? sql.addNoPoints.run(answered, right, person.id, ...boards)
          : sql.add.run(answered, right, points, answer.at, person.id, ...boards)
      if (changes === boards.length) return
      const present = new Set(sql.present.all(person.id, ...boards))
      for (const board of boards) {
        if (!present.has(board)) sql.insert.run(person.id, board, points, answered, right, answer.at, Number(isShown(person)))
      }
    },
    rejudge(person, owners, { day, at, was, right }) {
      if (was === right) return
      const boards = boardIds(owners, day)
      const [before, after] = [was, right].map((verdict) => (verdict === null ? noScore : addAnswer(noScore, verdict))) as [Score, Score]
      const more = { answered: after.answered - before.answered, points: after.points - before.points, right: after.right - before.right }
      const { changes } = sql.rejudge.run(more.answered, Number(isShown(person)), more.answered, more.right, more.points, person.id, ...boards)
      if (changes === boards.length) return
      const there = new Set(sql.kept.all(person.id, ...boards))
      for (const board of boards) {
        if (!there.has(board)) sql.insert.run(person.id, board, after.points, after.answered, after.right, at, Number(isShown(person)))
      }
    },
    correct(person, owners, { day, was, right, at }) {
      if (was === right) return
      const by = right ? 1 : -1
      sql.correct.run(by, by * addAnswer(noScore, true).points, by, at, person.id, ...boardIds(owners, day))
    },
  }
}

export function scoreOf({ points, answered, right_answers }: ScoreRow): Score {
  return { points, answered, right: right_answers }
}

/** Any day: it is on as many boards as every other. */
const boardCount = boardsOf('2026-01-01').length

function prepare(db: Database) {
  const ofBoards = `WHERE person_id = ? AND board_id IN (${Array.from({ length: boardCount }, () => '?').join(', ')})`
  return {
    findBoard: db.prepare<[string, number, string], number>('SELECT id FROM boards WHERE scope = ? AND owner_id = ? AND period = ?').pluck(),
    addBoard: db.prepare<[string, number, string]>('INSERT INTO boards (scope, owner_id, period) VALUES (?, ?, ?)'),
    find: db.prepare<[number, number], ScoreRow>('SELECT points, answered, right_answers FROM scores WHERE person_id = ? AND board_id = ? AND answered > 0'),
    hasAny: db.prepare<[number], number>('SELECT 1 FROM scores WHERE person_id = ? AND answered > 0 LIMIT 1').pluck(),
    present: db.prepare<number[], number>(`SELECT board_id FROM scores ${ofBoards} AND answered > 0`).pluck(),
    kept: db.prepare<number[], number>(`SELECT board_id FROM scores ${ofBoards}`).pluck(),
    // In place of a row that a correction has emptied, if there is one.
    insert: db.prepare<number[]>(
      `INSERT INTO scores (person_id, board_id, points, answered, right_answers, reached_at, shown) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET (points, answered, right_answers, reached_at, shown) =
         (excluded.points, excluded.answered, excluded.right_answers, excluded.reached_at, excluded.shown)`,
    ),
    rejudge: db.prepare<number[]>(
      `UPDATE scores SET shown = iif(answered + ? > 0, ?, 0), answered = answered + ?, right_answers = right_answers + ?, points = points + ? ${ofBoards}`,
    ),
    // An answer adds the same to every board, so one statement updates them all. An answer without points leaves alone when the points
    // were reached, and so the index by points and the levels.
    add: db.prepare<number[]>(
      `UPDATE scores SET answered = answered + ?, right_answers = right_answers + ?, points = points + ?, reached_at = ? ${ofBoards} AND answered > 0`,
    ),
    // When the points were reached that are left after a loss is not known.
    correct: db.prepare<number[]>(
      `UPDATE scores SET right_answers = right_answers + ?, points = points + ?, reached_at = iif(? > 0, ?, reached_at) ${ofBoards}`,
    ),
    addNoPoints: db.prepare<number[]>(`UPDATE scores SET answered = answered + ?, right_answers = right_answers + ? ${ofBoards} AND answered > 0`),
  }
}
