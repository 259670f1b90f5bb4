// Statements are compiled when they are first run.
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openCaches } from '../../src/ledger/sqlite/file/cache.ts'
import { compiledWhenUsed } from '../../src/ledger/sqlite/file/compiled-when-used.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { openTables } from '../../src/ledger/sqlite/tables/tables.ts'

let db: Database
beforeEach(() => {
  db = openDatabase(':memory:').db
})
afterEach(() => db.close())

it('every statement of the tables can be compiled', () => {
  expect(() => openTables(db, openCaches())).not.toThrow()
})

it('a statement is compiled once, at its first run', () => {
  let compiled = 0
  const counted = Object.create(db, { prepare: { value: (sql: string) => (compiled++, db.prepare(sql)) } }) as Database
  const statement = compiledWhenUsed(counted).prepare<[number], number>('SELECT ? + 1').pluck()
  expect(compiled).toBe(0)
  expect([statement.get(1), statement.all(2), [...statement.iterate(3)]]).toEqual([2, [3], [4]])
  expect(compiled).toBe(1)
})

it('a statement that is wrong says so when it is run', () => {
  const wrong = compiledWhenUsed(db).prepare('SELECT points')
  expect(() => wrong.get()).toThrow('no such column: points')
})
