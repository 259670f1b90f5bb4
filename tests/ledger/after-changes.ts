// What a ledger would look like if somebody had changed it by hand.
import type { Database } from 'better-sqlite3'

/** Changes nothing for good, so that many tests can share one ledger. */
export function afterChanges<Seen>(db: Database, changes: readonly string[], look: () => Seen): Seen {
  db.exec('BEGIN; PRAGMA defer_foreign_keys = ON')
  try {
    for (const change of changes) db.exec(change)
    return look()
  } finally {
    db.exec('ROLLBACK')
  }
}
