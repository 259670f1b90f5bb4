// Statements are compiled when they are first run.
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openCaches } from '../../src/ledger/sqlite/file/cache.ts'
import { compiledWhenUsed } from '../../src/ledger/sqlite/file/compiled-when-used.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { openTables } from '../../src/ledger/tables/tables.ts'

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

it('a statement does all that one can ask of it', () => {
  const sql = 'SELECT ? AS one, 2 AS two'
  const statement = () => compiledWhenUsed(db).prepare<[number]>(sql)
  expect([statement().raw().get(1), statement().raw(false).get(1)]).toEqual([[1, 2], { one: 1, two: 2 }])
  expect([statement().pluck().get(1), statement().pluck(false).get(1)]).toEqual([1, { one: 1, two: 2 }])
  expect([statement().expand().get(1), statement().expand(false).get(1)]).toEqual([{ $: { one: 1, two: 2 } }, { one: 1, two: 2 }])
  expect([statement().safeIntegers().get(1), statement().safeIntegers(false).get(1)]).toEqual([{ one: 1, two: 2n }, { one: 1, two: 2 }])
  expect(compiledWhenUsed(db).prepare('SELECT ?').bind(7).pluck().get()).toBe(7)
  expect(statement().columns().map(({ name }) => name)).toEqual(['one', 'two'])
  expect(statement()).toMatchObject({ source: sql, reader: true, readonly: true, busy: false })
  expect(statement().database).toBe(db)
  const running = statement()
  const rows = running.iterate(1)
  rows.next()
  expect(running.busy).toBe(true)
  rows.return?.()
  expect([running.busy, compiledWhenUsed(db).prepare('DELETE FROM meta').readonly]).toEqual([false, false])
})
