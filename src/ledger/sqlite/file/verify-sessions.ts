// Whether private sessions can be read.
import type { Database } from 'better-sqlite3'
import { storedSession, type SessionRow } from '../../tables/session-row.ts'

/** A damaged session that was abandoned is no problem anymore: it counts for nothing. */
export function sessionProblems(db: Database): string[] {
  const rows = db.prepare<[], SessionRow>('SELECT * FROM sessions WHERE abandoned = 0')
  const problems: string[] = []
  for (const row of rows.iterate()) {
    if (storedSession(row) === undefined) problems.push(`Session ${row.name} (${row.kind}) can’t be read. The bot ignores it.`)
  }
  return problems
}
