// What a connection still has after its files were removed or damaged is saved beside them, if it is whole and the bot's own.
import { chmodSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import type { Signs } from '../../src/ledger/sqlite/file/examine.ts'
import { rescue } from '../../src/ledger/sqlite/file/rescue.ts'
import { smallLedger } from './small-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { withoutRoot } from './without-root.ts'

const newFolder = temporaryFolder()
const stamp = '2026-11-30T21-35-31-123Z'
let file: string
let copy: string
let db: Database.Database

/** A ledger that is open, on the 30th of November. */
beforeEach(() => {
  file = join(newFolder(), 'volume', 'db')
  copy = `${file}.rescued-${stamp}`
  mkdirSync(dirname(file))
  smallLedger(file, { salt: 'grain', opened_at: '70', beat_at: '80' })
  db = new Database(file)
  onTestFinished(() => void db.close())
  db.exec('CREATE TABLE topics (id INTEGER PRIMARY KEY); CREATE TABLE texts (text TEXT, topic INTEGER REFERENCES topics)')
  vi.setSystemTime(Date.UTC(2026, 10, 30, 21, 35, 31, 123))
  onTestFinished(() => void vi.useRealTimers())
})

const kept = (): readonly string[] => readdirSync(dirname(file)).filter((name) => name.includes('rescued'))

it('what is whole and the bot’s own is saved under a name with the time', async () => {
  const seen: Signs[] = []
  rmSync(file)
  expect(await rescue(db, file, (found) => seen.push(found) > 0)).toEqual({ copy })
  expect(seen).toEqual([{ salt: 'grain', openedAt: '70', beatAt: '80', whole: true }])
  expect(kept()).toEqual([`db.rescued-${stamp}`])
})

it('what is not the bot’s own is not kept', async () => {
  expect(await rescue(db, file, () => false)).toBe('not-whole')
  expect(kept()).toEqual([])
})

it('what does not fit together is not kept, and neither is what is no ledger', async () => {
  db.exec(`PRAGMA foreign_keys = OFF; INSERT INTO texts VALUES ('a text', 99)`)
  expect(await rescue(db, file, () => true)).toBe('not-whole')
  db.exec('DELETE FROM texts; DROP TABLE meta')
  expect(await rescue(db, file, () => true)).toBe('not-whole')
  expect(kept()).toEqual([])
})

it('a copy that somebody removed meanwhile is no trouble', async () => {
  const removed = (): boolean => (rmSync(copy), false)
  expect(await rescue(db, file, removed)).toBe('not-whole')
})

it('a copy that cannot be looked at just now is kept', async () => {
  // Of a writer that was killed: SQLite would first undo what it did, for which it must write.
  writeFileSync(`${copy}-journal`, 'half a change')
  expect(await rescue(db, file, () => false)).toEqual({ copy })
})

it('where nothing can be written, it says why', async () => {
  rmSync(dirname(file), { recursive: true })
  writeFileSync(dirname(file), 'not a folder')
  expect(await rescue(db, file, () => true)).toEqual({ failed: expect.stringMatching(/^(?!.*couldn't make the backup).*(?:ENOTDIR|EEXIST)/u) })
})

it('where SQLite may not write, it says why as well', async () => {
  chmodSync(dirname(dirname(file)), 0o755)
  chmodSync(dirname(file), 0o555)
  const rescued = await withoutRoot(() => rescue(db, file, () => true))
  chmodSync(dirname(file), 0o755)
  expect(rescued).toEqual({ failed: 'unable to open database file' })
})

it('where there is a copy of the same moment, it says so', async () => {
  writeFileSync(copy, 'an earlier one')
  expect(await rescue(db, file, () => true)).toEqual({ failed: `The file ${copy} already exists. Name a new file for the backup.` })
})

it('of a database that was cut, too little is left', async () => {
  db.prepare('SELECT * FROM meta').all()
  truncateSync(file, 4096)
  expect(await rescue(db, file, () => true)).toBe('not-whole')
})
