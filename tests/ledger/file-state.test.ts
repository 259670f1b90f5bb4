// What a running bot sees of the files of its database without reading them.
import { appendFileSync, copyFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { isSameFile, isUnchanged, isUntouched, viewFiles, type FileState, type FileView, type Stamp } from '../../src/ledger/sqlite/file/file-state.ts'
import { temporaryFolder } from './temporary-folder.ts'

const newFolder = temporaryFolder()
let file: string
let db: Database.Database
let view: FileView
let before: FileState

beforeEach(() => {
  file = join(newFolder(), 'db')
  db = new Database(file)
  onTestFinished(() => void db.close())
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = OFF')
  db.exec('CREATE TABLE texts (text TEXT)')
  view = viewFiles(file)
  before = view.look()
})

it('files that nobody has written are unchanged, and reading is no writing', () => {
  db.prepare('SELECT * FROM texts').all()
  expect(isUnchanged(view.look(), before)).toBe(true)
})

it.each<[string, () => void]>([
  ['SQLite writes into the database', () => db.exec(`INSERT INTO texts VALUES ('a text')`)],
  ['the log is moved into the database', () => db.pragma('wal_checkpoint(TRUNCATE)')],
  ['something is added to the database', () => appendFileSync(file, 'more')],
  ['something is added to the log', () => appendFileSync(`${file}-wal`, 'more')],
  ['something is added to the index of the log', () => appendFileSync(`${file}-shm`, 'more')],
  ['the time of the database is another', () => utimesSync(file, 1, 1)],
  ['the database is removed', () => rmSync(file)],
  ['the log is removed', () => rmSync(`${file}-wal`)],
  ['the index of the log is removed', () => rmSync(`${file}-shm`)],
  ['a copy of the database is in its place', () => replaced(file)],
  ['a copy of the log is in its place', () => replaced(`${file}-wal`)],
  ['a copy of the index is in its place', () => replaced(`${file}-shm`)],
])('where %s, the files are not unchanged', (_, change) => {
  change()
  expect(isUnchanged(view.look(), before)).toBe(false)
  expect(isUnchanged(before, view.look())).toBe(false)
})

function replaced(name: string): void {
  copyFileSync(name, `${name}.copy`)
  renameSync(`${name}.copy`, name)
}

it('the index of the log is read from the file that was there at first', () => {
  const pages = before.logIndex?.pages ?? 0
  renameSync(`${file}-shm`, join(dirname(file), 'elsewhere'))
  writeFileSync(`${file}-shm`, 'another')
  db.exec(`INSERT INTO texts VALUES ('a text')`)
  expect(view.look().logIndex?.pages).toBeGreaterThan(pages)
})

it('an index that was cut says nothing, which is a change', () => {
  const [cut, empty] = [{ ...before, logIndex: undefined }, { ...before, index: undefined }]
  expect([isUnchanged(before, cut), isUnchanged(cut, before), isUnchanged(cut, cut)]).toEqual([false, false, true])
  expect([isUnchanged(before, empty), isUnchanged(empty, before), isUnchanged(empty, empty)]).toEqual([false, false, true])
})

it('after its end a view has nothing open to look at', () => {
  view.close()
  expect(() => view.look()).toThrow('EBADF')
})

const stamp: Stamp = { id: '1:2', size: 3n, written: 4n }

it('a file is the same by its number, whatever its name, and untouched if it was written no later', () => {
  expect([isSameFile(stamp, { ...stamp, size: 9n }), isSameFile(stamp, { ...stamp, id: '1:3' }), isSameFile(stamp, undefined), isSameFile(undefined, stamp), isSameFile(undefined, undefined)])
    .toEqual([true, false, false, false, true])
  const others = [{ ...stamp }, { ...stamp, id: '1:3' }, { ...stamp, size: 9n }, { ...stamp, written: 9n }, undefined]
  expect(others.map((other) => [isUntouched(stamp, other), isUntouched(other, stamp)])).toEqual([[true, true], [false, false], [false, false], [false, false], [false, false]])
  expect(isUntouched(undefined, undefined)).toBe(true)
})
