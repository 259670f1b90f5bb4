// The columns of rounds and quizzes that say which threads are to be opened, and which could not be.
import type { GroupId, PlaceId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import { selectRounds, type ReadRound, type RoundRow, type StoredRound } from './round-row.ts'
import type { Statements } from './statements.ts'

export type ThreadProblem = { readonly place: PlaceId; readonly reason: string }

export type ThreadsTable = {
  want(roundId: number, at: Instant): void
  due(now: Instant, limit: number): readonly StoredRound[]
  /** @returns false if it was claimed before */
  claim(roundId: number): boolean
  problem(placeId: number): string | null
  /** @param tellAt undefined: as it stands */
  saveProblem(placeId: number, problem: string | null, tellAt: Instant | null | undefined): void
  saveTell(place: PlaceId, at: Instant | null): void
  toTell(now: Instant, limit: number): readonly ThreadProblem[]
  /** Of a group, or of all, whenever it is told again; the longest waiting first. */
  untold(group: GroupId | null): readonly ThreadProblem[]
}

export function openThreadsTable(db: Statements, storedRound: ReadRound): ThreadsTable {
  const want = db.prepare<[number, number]>('UPDATE rounds SET thread_at = ? WHERE id = ?')
  const due = db.prepare<[number, number], RoundRow>(`${selectRounds} WHERE r.thread_at <= +? ORDER BY r.thread_at, r.id LIMIT +?`)
  const claim = db.prepare<[number]>('UPDATE rounds SET thread_at = NULL WHERE id = ? AND thread_at IS NOT NULL')
  const problem = db.prepare<[number], string | null>('SELECT thread_problem FROM quizzes WHERE place_id = ?').pluck()
  const saveProblem = db.prepare<[string | null, number]>('UPDATE quizzes SET thread_problem = ? WHERE place_id = ?')
  const saveTellAt = db.prepare<[number | null, number]>('UPDATE quizzes SET thread_tell_at = ? WHERE place_id = ?')
  const saveTell = db.prepare<[number | null, string]>('UPDATE quizzes SET thread_tell_at = ? WHERE place_id = (SELECT id FROM places WHERE name = ?)')
  const select = `SELECT p.name AS place, coalesce(q.thread_problem, '') AS reason FROM quizzes q JOIN places p ON p.id = q.place_id`
  const toTell = db.prepare<[number, number], ThreadProblem>(`${select} WHERE q.thread_tell_at <= +? ORDER BY q.thread_tell_at, q.place_id LIMIT +?`)
  const untold = db.prepare<[{ readonly group: GroupId | null }], ThreadProblem>(
    `${select} JOIN groups g ON g.id = p.group_id WHERE q.thread_tell_at IS NOT NULL AND (CAST(@group AS TEXT) IS NULL OR g.name = @group) ORDER BY q.thread_tell_at, q.place_id`,
  )
  return {
    want: (roundId, at) => void want.run(at, roundId),
    due: (now, limit) => due.all(now, limit).map(storedRound),
    claim: (roundId) => claim.run(roundId).changes > 0,
    problem: (placeId) => problem.get(placeId) ?? null,
    saveProblem(placeId, why, tellAt) {
      saveProblem.run(why, placeId)
      if (tellAt !== undefined) saveTellAt.run(tellAt, placeId)
    },
    saveTell: (place, at) => void saveTell.run(at, place),
    toTell: (now, limit) => toTell.all(now, limit),
    untold: (group) => untold.all({ group }),
  }
}
