// The log of a database is whole if it has everything that SQLite's index of it knows of, as SQLite wrote it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { logHolds } from '../../src/ledger/sqlite/file/log-holds.ts'
import { goesBack, indexSize, parseIndex } from '../../src/ledger/sqlite/file/log-index.ts'
import { openFilesIn, tellsOpenFiles } from './open-files.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { frameSize, indexIn, rows, signed, writtenLog, type WrittenDatabase, type WrittenLog } from './written-log.ts'

const newFolder = temporaryFolder()
let folder: string
let file: string
let written: WrittenDatabase

beforeEach(() => {
  folder = newFolder()
  file = join(folder, 'db')
  written ??= writtenLog(folder)
})

/** Whether a log with these bytes has what its index says. */
function holds({ log, index }: WrittenLog): boolean {
  writeFileSync(`${file}-wal`, log)
  return logHolds(`${file}-wal`, index)
}

const changed = (log: Buffer, at: number, bytes: number[]): Buffer => Buffer.concat([log.subarray(0, at), Buffer.from(bytes), log.subarray(at + bytes.length)])
const lastFrame = (log: Buffer): number => log.length - frameSize

it('a log is whole as SQLite wrote it, with anything behind its last page', () => {
  expect(written.index).toMatchObject({ pages: (written.log.length - 32) / frameSize, salts: written.log.toString('latin1', 16, 24) })
  expect(holds(written)).toBe(true)
  expect(holds({ ...written, log: Buffer.concat([written.log, Buffer.alloc(3 * frameSize, 7)]) })).toBe(true)
})

it.each([['little', true], ['big', false]])('a log whose checksums are %s-endian is one that SQLite reads, and is whole', (_, isLittle) => {
  const { log } = signed(written, isLittle)
  writeFileSync(file, written.db)
  writeFileSync(`${file}-wal`, log)
  const db = new Database(file)
  onTestFinished(() => void db.close())
  expect(db.prepare('SELECT count(*) FROM texts').pluck().get()).toBe(rows)
  expect(holds({ log, index: indexIn(`${file}-shm`) })).toBe(true)
})

it('an index that knows of no page asks for no log', () => {
  expect(logHolds(`${file}-wal`, { ...written.index, pages: 0 })).toBe(true)
})

it.each<[string, (log: Buffer) => Buffer]>([
  ['is empty', () => Buffer.alloc(0)],
  ['ends in its header', (log) => log.subarray(0, 20)],
  ['has no pages', (log) => log.subarray(0, 32)],
  ['lacks its last byte', (log) => log.subarray(0, -1)],
  ['lacks its last page', (log) => log.subarray(0, -frameSize)],
  ['has another magic number', (log) => changed(log, 0, [0x37, 0x7f, 0x06, 0x80])],
  ['has checksums of the other byte order', (log) => changed(log, 3, [0x83])],
  ['has another version', (log) => changed(log, 7, [1])],
  ['has pages too large for any log', (log) => changed(log, 8, [0x7f, 0xff, 0xff, 0xff])],
  ['began again', (log) => changed(log, 16, [1, 2, 3, 4, 5, 6, 7, 8])],
  ['has another checksum in its header', (log) => changed(log, 24, [0, 0, 0, 0])],
  ['has another second checksum in its header', (log) => changed(log, 28, [0, 0, 0, 0])],
  ['has another number on its last page', (log) => changed(log, lastFrame(log), [9, 9, 9, 9])],
  ['has its last page from another log', (log) => changed(log, lastFrame(log) + 8, [1, 2, 3, 4, 5, 6, 7, 8])],
  ['has another checksum with a page', (log) => changed(log, 32 + 16, [0, 0, 0, 0])],
  ['has another second checksum with a page', (log) => changed(log, 32 + 20, [0, 0, 0, 0])],
  ['has another byte in its first page', (log) => changed(log, 32 + 24 + 100, [0xa5])],
  ['has another last byte', (log) => changed(log, log.length - 1, [0xa5])],
  ['has two pages in the other order', (log) => Buffer.concat([log.subarray(0, 32), log.subarray(32 + frameSize, 32 + 2 * frameSize), log.subarray(32, 32 + frameSize), log.subarray(32 + 2 * frameSize)])],
])('a log that %s is not whole', (_, damage) => {
  const log = damage(written.log)
  expect(log.equals(written.log)).toBe(false)
  expect(holds({ ...written, log })).toBe(false)
})

// SQLite itself would not read such a log.
it.each<[string, (log: WrittenLog) => WrittenLog]>([
  ['a header of another log', ({ log, index }) => signed({ log: changed(log, 16, [1, 2, 3, 4, 5, 6, 7, 8]), index }, true)],
  ['a page of another log', ({ log, index }) => signed({ log: changed(log, lastFrame(log) + 8, [1, 2, 3, 4, 5, 6, 7, 8]), index }, true)],
  ['another magic number', (each) => signed(each, true, 0x377f0684)],
])('checksums that fit make no whole log with %s', (_, forge) => {
  expect(holds(signed(written, true))).toBe(true)
  expect(holds(forge(written))).toBe(false)
})

it('a log that lacks its last byte is not whole, even if the page before it ends alike', () => {
  const alike = changed(changed(written.log, lastFrame(written.log) - 1, [7]), written.log.length - 1, [7])
  const { log, index } = signed({ ...written, log: alike }, true)
  expect([holds({ log, index }), holds({ log: log.subarray(0, -1), index })]).toEqual([true, false])
})

it.each([0, 1])('a log is not whole if the index says that it ends otherwise (%i)', (word) => {
  const [one, two] = written.index.checksum
  expect(holds({ ...written, index: { ...written.index, checksum: word === 0 ? [one + 1, two] : [one, two + 1] } })).toBe(false)
  expect(holds({ ...written, index: { ...written.index, pages: written.index.pages - 1 } })).toBe(false)
})

it.skipIf(!tellsOpenFiles)('no log stays open, whole or not', () => {
  holds(written)
  holds({ ...written, log: Buffer.alloc(0) })
  expect(openFilesIn(folder)).toEqual([])
})

it('an index that SQLite has not begun with says nothing', () => {
  expect(parseIndex(Buffer.alloc(indexSize))).toBeUndefined()
})

it('an index goes back if it knows fewer pages of the same log', () => {
  const now = { ...written.index, pages: 3 }
  expect([2, 3, 4].map((pages) => goesBack(now, { ...now, pages }))).toEqual([false, false, true])
  expect(goesBack({ ...now, salts: 'begun again' }, { ...now, pages: 4 })).toBe(false)
})
