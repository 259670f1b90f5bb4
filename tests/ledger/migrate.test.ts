// Migrations: numbered, in order, each whole or not at all.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate, readMigrations, versionOf } from '../../src/ledger/sqlite/file/migrate.ts'
import { temporaryFolder } from './temporary-folder.ts'

const newFolder = temporaryFolder()
const tablesOf = (db: Database.Database) => db.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY rowid").all()
const schemaOf = (db: Database.Database) => db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all()

it('brings an empty database to the newest version', () => {
  const db = new Database(':memory:')
  const migrations = readMigrations()
  migrate(db, migrations)
  expect(versionOf(db)).toBe(migrations.length)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
})

// After a new migration, `npm run schemas` writes the file anew.
it('a new database has the very tables that the migrations leave, and they leave no row', async () => {
  const [migrated, made] = [new Database(':memory:'), new Database(':memory:')]
  const all = readMigrations()
  migrate(migrated, all)
  const written = migrated.prepare<[], { sql: string }>("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid").all()
  const heading = '-- All tables as the migrations leave them, for a new database. `npm run schemas` writes this file: a change is a new migration.'
  const ours = `PRAGMA application_id = ${String(migrated.pragma('application_id', { simple: true }))};`
  const sql = `${[heading, ours, ...written.map((each) => `${each.sql};`)].join('\n\n')}\n`
  await expect(sql).toMatchFileSnapshot(join(import.meta.dirname, '../../src/ledger/sqlite/file/schema.sql'))
  migrate(made, [{ version: all.length, sql }])
  expect(tablesOf(made)).toEqual(tablesOf(migrated))
  expect([versionOf(made), made.pragma('application_id')]).toEqual([all.length, migrated.pragma('application_id')])
  const tables = migrated.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  expect(tables.filter((name) => migrated.prepare(`SELECT 1 FROM "${name}"`).get() !== undefined)).toEqual([])
})

it('makes only strict tables', () => {
  const db = new Database(':memory:')
  migrate(db, readMigrations())
  expect(db.prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'`).all()).toEqual([])
})

it('does nothing to a database that is up to date', () => {
  const db = new Database(':memory:')
  migrate(db, readMigrations())
  const before = schemaOf(db)
  migrate(db, readMigrations())
  expect(schemaOf(db)).toEqual(before)
})

it('applies what is missing, in order', () => {
  const db = new Database(':memory:')
  const first = { version: 1, sql: 'CREATE TABLE one (a TEXT) STRICT' }
  migrate(db, [first])
  migrate(db, [first, { version: 2, sql: 'ALTER TABLE one ADD COLUMN b TEXT' }, { version: 3, sql: 'ALTER TABLE one ADD COLUMN c TEXT' }])
  expect(db.prepare('SELECT * FROM one').columns().map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  expect(versionOf(db)).toBe(3)
})

it('leaves the database as it was where a migration fails in the middle', () => {
  const db = new Database(':memory:')
  const migrations = readMigrations()
  migrate(db, migrations)
  const before = schemaOf(db)
  const failing = { version: migrations.length + 1, sql: 'CREATE TABLE half (a TEXT) STRICT; DROP TABLE people; INSERT INTO nowhere VALUES (1);' }
  expect(() => migrate(db, [...migrations, failing])).toThrow('nowhere')
  expect(schemaOf(db)).toEqual(before)
  expect(versionOf(db)).toBe(migrations.length)
  expect(db.inTransaction).toBe(false)
})

it('leaves the database as it was also where the ones before the failing one were well', () => {
  const db = new Database(':memory:')
  const first = { version: 1, sql: 'CREATE TABLE one (a TEXT) STRICT' }
  migrate(db, [first])
  const before = schemaOf(db)
  const rest = [{ version: 2, sql: 'ALTER TABLE one ADD COLUMN b TEXT' }, { version: 3, sql: 'INSERT INTO nowhere VALUES (1)' }]
  expect(() => migrate(db, [first, ...rest])).toThrow('nowhere')
  expect([schemaOf(db), versionOf(db)]).toEqual([before, 1])
})

it('wants the numbers of the files without a gap', () => {
  const folder = newFolder()
  writeFileSync(join(folder, '001-first.sql'), 'SELECT 1')
  writeFileSync(join(folder, '003-third.sql'), 'SELECT 1')
  expect(() => readMigrations(folder)).toThrow('003-third.sql should have the number 2')
})

it('reads them in the order of their numbers, whenever they were written, and nothing else in their folder', () => {
  const folder = newFolder()
  for (const name of ['002-second.sql', '010-tenth.txt', '001-first.sql', 'notes.md', '003-third.sql']) writeFileSync(join(folder, name), `SELECT '${name}'`)
  expect(readMigrations(folder)).toEqual([1, 2, 3].map((version) => ({ version, sql: `SELECT '00${version}-${['first', 'second', 'third'][version - 1] ?? ''}.sql'` })))
})
