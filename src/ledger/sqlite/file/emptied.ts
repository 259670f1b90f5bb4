// Tells a copy of a ledger that was made without the log beside it, where what was written last stands.
import type { Database } from 'better-sqlite3'
import { hour, type Instant } from '../../../core/time.ts'
import { versionOf } from './migrate.ts'

/** A ledger without a quiz for this long is no longer new. */
const newFor = hour

/** Why the file looks like such a copy, and what to do, in sentences; undefined if it does not. */
export function emptiedCopy(db: Database, file: string, now: Instant): string | undefined {
  if (!looksEmptied(db, now)) return undefined
  const sentence = `The database ${file} isn't new, but there's nothing in it. Perhaps it was copied without its -wal, the file ${file}-wal next to it.`
  return `${sentence} Copy a database with "npm run -s study -- backup FILE", which copies everything.`
}

function looksEmptied(db: Database, now: Instant): boolean {
  const number = (sql: string) => Number(db.prepare(sql).pluck().get() ?? 0)
  // SQLite writes the first page at once and everything else into the log.
  if (number('SELECT count(*) FROM sqlite_schema') === 0) return db.pragma('journal_mode', { simple: true }) === 'wal'
  if (versionOf(db) === 0) return false
  const rows = number('SELECT (SELECT count(*) FROM quizzes) + (SELECT count(*) FROM rounds) + (SELECT count(*) FROM people)')
  return rows === 0 && now - number(`SELECT value FROM meta WHERE name = 'opened_at'`) > newFor
}
