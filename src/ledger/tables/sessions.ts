// The table of private sessions. A damaged row counts as none, so that it keeps nobody from starting a new session; `verify` names it.
import { firstCourse, type CourseNumber } from '../../core/course-number.ts'
import type { Session, SessionKind, Task } from '../../core/session.ts'
import type { ItemId } from '../../core/study-item.ts'
import type { Instant } from '../../core/time.ts'
import type { NewSession } from '../sessions.ts'
import type { Caches } from './caches.ts'
import { storedSession, type SessionRow, type StoredSession } from './session-row.ts'
import type { Statements } from './statements.ts'

export type SessionsTable = {
  find(name: string): StoredSession | undefined
  /** Linked accounts can each have one: then the one that was started last. */
  running(learnerId: number, kind: SessionKind, course: CourseNumber): StoredSession | undefined
  /** Only if the account has none of this kind and course running; a damaged one that is gets abandoned. */
  add(accountId: number, session: NewSession): StoredSession
  save(stored: StoredSession, after: Session): void
  /** All that ever asked it. */
  withItem(item: ItemId): readonly StoredSession[]
  saveTasks(stored: StoredSession, tasks: readonly Task[]): void
  past(learnerId: number, kind: SessionKind, limit: number, course: CourseNumber): readonly StoredSession[]
  /** Running, with an end before that moment, the first to end first. */
  overdue(before: Instant, limit: number): readonly StoredSession[]
  /** Up to when downtime was given back. */
  givenBackUntil(): Instant
  saveGivenBackUntil(at: Instant): void
  /** Moves the ends that lie after `from`. @returns how many */
  giveBack(from: Instant, by: number): number
}

/** About 5 kB each. */
const mostCached = 2_000

export function openSessionsTable(db: Statements, caches: Caches): SessionsTable {
  const sql = prepare(db)
  // By name, as they were last read or saved here. Other tables that move or remove sessions clear all caches.
  const cached = caches.open<string, StoredSession>(mostCached)
  const stored = (row: SessionRow | undefined) => (row === undefined ? undefined : storedSession(row))

  function find(name: string): StoredSession | undefined {
    const known = cached.get(name)
    if (known !== undefined) return known
    const found = stored(sql.byName.get(name))
    if (found !== undefined) cached.set(name, found)
    return found
  }

  return {
    find,
    running(learnerId, kind, course) {
      for (const row of sql.running.all(learnerId, kind, course)) {
        const session = storedSession(row)
        if (session !== undefined) return session
      }
      return undefined
    },
    add(accountId, { id: name, kind, about, tasks, zone, startedAt, endsAt, course = firstCourse }) {
      sql.abandonRunning.run(accountId, kind, course)
      const id = sql.add.get(name, accountId, kind, about, JSON.stringify(tasks), zone, startedAt, endsAt, course)
      const session = { id: name, kind, about, tasks, zone, startedAt, endsAt, steps: new Map(), position: 0, endedAt: null, abandoned: false, givenBack: 0, ...(course === firstCourse ? {} : { course }) }
      return { id: Number(id), accountId, session }
    },
    save(before, after) {
      const { steps, position, endedAt, abandoned } = after
      sql.step.run(JSON.stringify([...steps]), position, before.id)
      if (endedAt !== null) sql.end.run(endedAt, Number(abandoned), before.id)
      cached.set(after.id, { ...before, session: after })
    },
    withItem: (item) => sql.withItem.all(JSON.stringify(item)).flatMap((row) => storedSession(row) ?? []),
    saveTasks({ id, session }, tasks) {
      sql.saveTasks.run(JSON.stringify(tasks), id)
      cached.delete(session.id)
    },
    past: (learnerId, kind, limit, course) => sql.past.all(learnerId, kind, course, limit).flatMap((row) => storedSession(row) ?? []),
    overdue: (before, limit) => sql.overdue.all(before, limit).flatMap((row) => storedSession(row) ?? []),
    givenBackUntil: () => Number(sql.givenBackUntil.get() ?? 0),
    saveGivenBackUntil: (at) => void sql.saveGivenBackUntil.run(String(at)),
    giveBack(from, by) {
      cached.clear()
      return sql.giveBack.run(by, by, from).changes
    },
  }
}

function prepare(db: Statements) {
  return {
    byName: db.prepare<[string], SessionRow>('SELECT * FROM sessions WHERE name = ?'),
    running: db.prepare<[number, string, number], SessionRow>(
      'SELECT s.* FROM accounts a JOIN sessions s ON s.account_id = a.id WHERE a.learner_id = +? AND s.kind = +? AND s.course = +? AND s.ended_at IS NULL ORDER BY s.started_at DESC, s.id DESC',
    ),
    abandonRunning: db.prepare<[number, string, number]>('UPDATE sessions SET ended_at = started_at, abandoned = 1 WHERE account_id = ? AND kind = ? AND course = ? AND ended_at IS NULL'),
    add: db.prepare<[string, number, string, string | null, string, string, number, number | null, number], number>(
      `INSERT INTO sessions (name, account_id, kind, about, tasks, zone, steps, position, started_at, ends_at, course) VALUES (?, ?, ?, ?, ?, ?, '[]', 0, ?, ?, ?) RETURNING id`,
    ).pluck(),
    // Apart from the end: every index of the table depends on that, and would be written again with each step.
    step: db.prepare<[string, number, number]>('UPDATE sessions SET steps = ?, position = ? WHERE id = ?'),
    end: db.prepare<[number, number, number]>('UPDATE sessions SET ended_at = ?, abandoned = ? WHERE id = ?'),
    withItem: db.prepare<[string], SessionRow>('SELECT * FROM sessions WHERE instr(tasks, ?) > 0 ORDER BY id'),
    saveTasks: db.prepare<[string, number]>('UPDATE sessions SET tasks = ? WHERE id = ?'),
    past: db.prepare<[number, string, number, number], SessionRow>(
      `SELECT s.* FROM accounts a JOIN sessions s ON s.account_id = a.id
       WHERE a.learner_id = +? AND s.kind = +? AND s.course = +? AND s.ended_at IS NOT NULL AND s.abandoned = 0 ORDER BY s.ended_at DESC, s.id DESC LIMIT +?`,
    ),
    overdue: db.prepare<[number, number], SessionRow>('SELECT * FROM sessions WHERE ended_at IS NULL AND ends_at < +? ORDER BY ends_at, id LIMIT +?'),
    givenBackUntil: db.prepare<[], string>(`SELECT value FROM meta WHERE name = 'given_back_until'`).pluck(),
    saveGivenBackUntil: db.prepare<[string]>(`INSERT INTO meta VALUES ('given_back_until', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`),
    giveBack: db.prepare<[number, number, number]>('UPDATE sessions SET ends_at = ends_at + ?, given_back = given_back + ? WHERE ended_at IS NULL AND ends_at > ?'),
  }
}
