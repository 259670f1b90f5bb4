// A database with as much of a ledger in it as it is recognized by.
import Database from 'better-sqlite3'

export type Meta = { readonly salt?: string; readonly opened_at?: string; readonly beat_at?: string }

export function smallLedger(file: string, meta: Meta): void {
  const db = new Database(file)
  db.pragma('synchronous = OFF')
  db.exec('CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT)')
  for (const [name, value] of Object.entries(meta)) db.prepare('INSERT INTO meta VALUES (?, ?)').run(name, value)
  db.close()
}
