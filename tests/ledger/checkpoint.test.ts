// What was written last stands in the log until it is moved into the file. Nobody is waited for.
import { copyFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { checkpoint } from '../../src/ledger/sqlite/file/checkpoint.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { temporaryFolder } from './temporary-folder.ts'

const newFolder = temporaryFolder()

function opened() {
  const file = join(newFolder(), 'ledger')
  const { db, file: at } = openDatabase(file)
  checkpoint(db, true)
  onTestFinished(() => {
    db.close()
    at?.lock.release()
  })
  return { file, db, write: (name: string) => void db.prepare('INSERT INTO meta VALUES (?, 1)').run(name), logSize: () => statSync(`${file}-wal`).size }
}

/** What a copy of the file alone has. */
function copied(file: string): readonly string[] {
  const copy = `${file}-copy`
  copyFileSync(file, copy)
  const db = new Database(copy)
  const names = db.prepare<[], string>(`SELECT name FROM meta WHERE value = '1' ORDER BY name`).pluck().all()
  db.close()
  return names
}

/** Another program that reads the database as it is now, until the test is over or it is told to stop. */
function reader(file: string): { readonly stop: () => void } {
  const db = new Database(file, { readonly: true })
  onTestFinished(() => void db.close())
  db.exec('BEGIN')
  db.prepare('SELECT count(*) FROM meta').get()
  return { stop: () => void db.exec('COMMIT') }
}

it('moves everything into the file, and empties the log where nobody is being served', () => {
  const { file, db, write, logSize } = opened()
  write('first')
  expect(copied(file)).toEqual([])
  expect(checkpoint(db, false)).toBe(true)
  expect(copied(file)).toEqual(['first'])
  expect(logSize()).toBeGreaterThan(0)
  expect(checkpoint(db, true)).toBe(true)
  expect(logSize()).toBe(0)
  expect(checkpoint(db, true)).toBe(true)
  expect(db.pragma('busy_timeout', { simple: true })).toBe(500)
})

it('is not done while somebody reads what was there before, and leaves the log as it is', () => {
  const { file, db, write, logSize } = opened()
  write('first')
  const other = reader(file)
  write('second')
  expect(checkpoint(db, true)).toBe(false)
  expect(logSize()).toBeGreaterThan(0)
  other.stop()
  expect(checkpoint(db, true)).toBe(true)
  expect(copied(file)).toEqual(['first', 'second'])
  expect(logSize()).toBe(0)
})

it('waits for nobody who reads what is there now: the log is emptied another time', () => {
  const { file, db, write, logSize } = opened()
  write('first')
  const other = reader(file)
  db.pragma('busy_timeout = 8000')
  const began = performance.now()
  expect(checkpoint(db, true)).toBe(true)
  expect(performance.now() - began).toBeLessThan(6_000)
  expect(copied(file)).toEqual(['first'])
  expect(logSize()).toBeGreaterThan(0)
  expect(db.pragma('busy_timeout', { simple: true })).toBe(500)
  other.stop()
})
