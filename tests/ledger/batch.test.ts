// Jobs that are committed together: one that fails takes nothing from the others, unless SQLite has given up everything.
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openBatches, type RunBatch, type Work } from '../../src/ledger/sqlite/file/batch.ts'

let db: Database.Database
let run: RunBatch
let forgotten: number
beforeEach(() => {
  db = new Database(':memory:')
  db.exec('CREATE TABLE rows (name TEXT PRIMARY KEY) STRICT')
  forgotten = 0
  run = openBatches(db, () => void (forgotten += 1))
})
afterEach(() => db.close())

const rows = () => db.prepare<[], string>('SELECT name FROM rows ORDER BY name').pluck().all()
const add = (name: string): Work => () => db.prepare('INSERT INTO rows VALUES (?) RETURNING name').pluck().get(name)
const full = new Error('the disk is full')
/** As on a full disk: SQLite takes back all of the transaction by itself. */
const giveUp: Work = () => {
  db.exec('ROLLBACK')
  throw full
}

it('all are saved, and each has what it gave', () => {
  expect(run([add('a'), add('b'), () => undefined])).toEqual([{ value: 'a' }, { value: 'b' }, { value: undefined }])
  expect([rows(), forgotten, db.inTransaction]).toEqual([['a', 'b'], 0, false])
})

it('one that fails alone is taken back, and what was kept of it is forgotten', () => {
  const fault = new Error('a fault')
  const failing: Work = () => {
    add('half')()
    throw fault
  }
  expect(run([failing])).toEqual([{ error: fault }])
  expect([rows(), forgotten, db.inTransaction]).toEqual([[], 1, false])
})

it('those that fail among others are taken back alone, and the others have what they gave', () => {
  const fault = new Error('a fault')
  const failing = (name: string): Work => () => {
    add(name)()
    throw fault
  }
  expect(run([add('a'), failing('x'), add('b'), failing('y'), add('c')])).toEqual([{ value: 'a' }, { error: fault }, { value: 'b' }, { error: fault }, { value: 'c' }])
  expect([rows(), forgotten, db.inTransaction]).toEqual([['a', 'b', 'c'], 3, false])
})

it('where SQLite gives up everything, nobody is told that it was saved, but why not', () => {
  expect(run([giveUp])).toEqual([{ error: full }])
  expect(run([add('a'), giveUp, add('b')])).toEqual([{ error: full }, { error: full }, { error: full }])
  expect([rows(), forgotten, db.inTransaction]).toEqual([[], 3, false])
  expect(run([add('a')])).toEqual([{ value: 'a' }])
})
