// What a look through the files of a ledger finds, after somebody else may have written into them.
import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, expect, it } from 'vitest'
import { examine, isWhole, type Examined } from '../../src/ledger/sqlite/file/examine.ts'
import type { LogIndex } from '../../src/ledger/sqlite/file/log-index.ts'
import { openFilesIn, tellsOpenFiles } from './open-files.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { frameSize, writtenLog, type WrittenDatabase } from './written-log.ts'

const newFolder = temporaryFolder()
let folder: string
let file: string
let written: WrittenDatabase

/** The files as a kill leaves them. */
beforeEach(() => {
  folder = newFolder()
  file = join(folder, 'db')
  written ??= writtenLog(folder)
  writeFileSync(file, written.db)
  writeFileSync(`${file}-wal`, written.log)
})

const found = { salt: 'grain', openedAt: '7', beatAt: '8', whole: true }
const look = (now: LogIndex | undefined, before: LogIndex | undefined): Examined => examine({ file, index: { now, before } })
const cutLog = (pages: number): void => truncateSync(`${file}-wal`, 32 + pages * frameSize)

function change(sql: string): void {
  const db = new Database(file)
  db.unsafeMode()
  db.exec(sql)
  db.close()
}

it('a whole ledger is told by its salt, its last start and its last beat, whatever was known of its log', () => {
  const { index, earlier } = written
  for (const [now, before] of [[index, earlier], [index, index], [index, undefined], [undefined, index], [undefined, undefined]]) expect(look(now, before)).toEqual(found)
})

it('a look changes nothing', () => {
  look(written.index, written.earlier)
  expect(readFileSync(file).equals(written.db)).toBe(true)
  expect(readFileSync(`${file}-wal`).equals(written.log)).toBe(true)
})

it('a log that lacks what its index knows was overwritten', () => {
  const { index, earlier } = written
  cutLog(index.pages - 1)
  expect(look(index, index)).toBe('log-overwritten')
  expect(look(index, undefined)).toBe('log-overwritten')
  // Also where both go back.
  expect(look(earlier, index)).toBe('log-overwritten')
})

it('where the log has everything and its index says something else, the index was overwritten', () => {
  const { index, earlier } = written
  expect(look(earlier, index)).toBe('index-overwritten')
  cutLog(earlier.pages)
  expect(look(index, earlier)).toBe('index-overwritten')
})

it.each<[string, () => void]>([
  ['text', () => writeFileSync(file, 'Buy milk.\n'.repeat(300))],
  ['a database without the tables of a ledger', () => writeFileSync(file, written.db)],
  ['a database whose first page is damaged', () => writeFileSync(file, Buffer.concat([written.db.subarray(0, 100), Buffer.alloc(written.db.length - 100, 0xa5)]))],
  ['a backup beside the log of another', () => {
    const other = new Database(join(folder, 'other'))
    other.exec(`CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT)`)
    other.close()
    copyFileSync(join(folder, 'other'), file)
  }],
])('%s is no ledger', (_, put) => {
  rmSync(`${file}-wal`)
  put()
  if (readFileSync(file)[18] === 1) writeFileSync(`${file}-wal`, written.log)
  expect(look(undefined, written.index)).toBe('no-ledger')
})

it('nothing is said of files that cannot be read just now', () => {
  rmSync(`${file}-wal`)
  expect(look(written.index, undefined)).toBe('cannot-tell')
  rmSync(file)
  expect(look(undefined, undefined)).toBe('cannot-tell')
})

it.each([
  ['a reference leads nowhere', `INSERT INTO texts VALUES ('a text', 99)`],
  ['a row lacks what its table asks for', `UPDATE sqlite_schema SET sql = replace(sql, 'topic INTEGER', 'topic INTEGER NOT NULL')`],
])('a ledger in which %s is not whole', (_, sql) => {
  change(`PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON; ${sql}`)
  expect(look(undefined, undefined)).toEqual({ ...found, whole: false })
  const db = new Database(file)
  expect(isWhole(db)).toBe(false)
  db.exec('DELETE FROM texts')
  expect(isWhole(db)).toBe(true)
  db.close()
})

it.skipIf(!tellsOpenFiles)('a look leaves no file open', () => {
  look(undefined, undefined)
  expect(openFilesIn(folder)).toEqual([])
})
