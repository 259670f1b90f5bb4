// Brings the tables of a ledger up to date: applies numbered files in order, all in one transaction.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'

export type Migration = { readonly version: number; readonly sql: string }

const migrationsDir = join(import.meta.dirname, 'migrations')

/** The files `NNN-name.sql` of a folder in order. They must be numbered from 1 without a gap. */
export function readMigrations(dir: string = migrationsDir): readonly Migration[] {
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return files.map((name, index) => {
    const version = Number.parseInt(name, 10)
    if (version !== index + 1) throw new Error(`Migration ${name} should have the number ${index + 1}.`)
    return { version, sql: readFileSync(join(dir, name), 'utf8') }
  })
}

/** All migrations in one step, for a database that has nothing yet: each start of a new one would otherwise make and remake the tables of years. */
export function wholeSchema(version: number): Migration {
  return { version, sql: readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8') }
}

export function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** Applies the missing migrations. If one fails, the database is unchanged, and the version that wrote it can still use it. */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  const missing = migrations.filter(({ version }) => version > versionOf(db))
  if (missing.length === 0) return
  db.transaction(() => {
    for (const { version, sql } of missing) {
      db.exec(sql)
      db.pragma(`user_version = ${version}`)
    }
  }).immediate()
}
