// Points: adds an answer to every board on which it counts, in the transaction of the answer.
import type { Database } from 'better-sqlite3'
import { addAnswer, noScore, periodKey, periods, type Period, type Scope, type Score } from '../../../core/board.ts'
import type { Instant, LocalDate } from '../../../core/time.ts'
import type { Memory } from '../file/cache.ts'
import { isShown, type Person } from './people.ts'

export type Scores = ReturnType<typeof openScores>

type ScoreRow = {
  readonly board_id: number
  readonly points: number
  readonly answered: number
  readonly right_answers: number
  readonly reached_at: number
}

export type Counted = { readonly day: LocalDate; readonly right: boolean; readonly at: Instant }

const scopes: readonly Scope[] = ['place', 'group']

export function openScores(db: Database, memory: Memory) {
  const findBoard = db
    .prepare<[string, number, string], number>('SELECT id FROM boards WHERE scope = ? AND owner_id = ? AND period = ?')
    .pluck()
  const addBoard = db.prepare<[string, number, string]>('INSERT INTO boards (scope, owner_id, period) VALUES (?, ?, ?)')
  const ofBoards = `WHERE person_id = ? AND board_id IN (${scopes.flatMap(() => periods.map(() => '?')).join(', ')})`
  const present = db.prepare<number[], number>(`SELECT board_id FROM scores ${ofBoards}`).pluck()
  const insert = db.prepare<number[]>('INSERT INTO scores VALUES (?, ?, ?, ?, ?, ?, ?)')
  // An answer adds the same to every board, so one statement does for all of them. Without points it leaves alone what follows from
  // the points: when they were reached, and how many stand at each number of them.
  const add = db.prepare<number[]>(
    `UPDATE scores SET answered = answered + ?, right_answers = right_answers + ?, points = points + ?, reached_at = ? ${ofBoards}`,
  )
  const addNoPoints = db.prepare<number[]>(`UPDATE scores SET answered = answered + ?, right_answers = right_answers + ? ${ofBoards}`)
  const boardsOfDay = memory.remember<string, readonly number[]>(20_000)

  function boardId(scope: Scope, ownerId: number, key: string): number {
    return findBoard.get(scope, ownerId, key) ?? Number(addBoard.run(scope, ownerId, key).lastInsertRowid)
  }

  function boardIds(placeId: number, groupId: number, day: LocalDate): readonly number[] {
    const name = `${placeId} ${groupId} ${day}`
    const remembered = boardsOfDay.get(name)
    if (remembered !== undefined) return remembered
    const ids = scopes.flatMap((scope) =>
      periods.map((period) => boardId(scope, scope === 'place' ? placeId : groupId, periodKey(period, day))),
    )
    boardsOfDay.set(name, ids)
    return ids
  }

  return {
    find: (scope: Scope, ownerId: number, period: Period, day: LocalDate) => findBoard.get(scope, ownerId, periodKey(period, day)),

    add(person: Person, where: { readonly placeId: number; readonly groupId: number }, answer: Counted): void {
      const boards = boardIds(where.placeId, where.groupId, answer.day)
      const { points, answered, right } = addAnswer(noScore, answer.right)
      const added = points === 0 ? addNoPoints.run(answered, right, person.id, ...boards) : add.run(answered, right, points, answer.at, person.id, ...boards)
      if (added.changes === boards.length) return
      const known = new Set(present.all(person.id, ...boards))
      for (const board of boards) {
        if (!known.has(board)) insert.run(person.id, board, points, answered, right, answer.at, isShown(person) ? 1 : 0)
      }
    },
  }
}

export function scoreOf(row: Omit<ScoreRow, 'board_id' | 'reached_at'>): Score {
  return { points: row.points, answered: row.answered, right: row.right_answers }
}
