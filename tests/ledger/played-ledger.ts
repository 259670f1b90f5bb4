// A ledger's file as the bot of an earlier version left it, with what had been played until then.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrate, readMigrations } from '../../src/ledger/sqlite/file/migrate.ts'

/** What that version wrote into its tables. */
export const playedIn = (version: number): string => join(import.meta.dirname, 'versions', `${String(version).padStart(3, '0')}.sql`)

export function playedLedger(folder: string, version: number): string {
  const file = join(folder, 'ledger')
  const migrations = readMigrations()
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  for (const each of migrations.slice(0, version)) {
    migrate(db, migrations.slice(0, each.version))
    db.exec(readFileSync(playedIn(each.version), 'utf8'))
  }
  db.close()
  return file
}
