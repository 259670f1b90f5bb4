// A log that doesn't belong to the database beside it is told from the database's own, and kept.
import { readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { foreignLogSentence, freeName, hasForeignLog, setForeignLogAside, setLogAside, sizeOf } from '../../src/ledger/sqlite/file/foreign-log.ts'
import { openFilesIn, tellsOpenFiles } from './open-files.ts'
import { temporaryFolder } from './temporary-folder.ts'

const newFolder = temporaryFolder()
let file: string

beforeEach(() => {
  file = join(newFolder(), 'db')
})

const names = (): readonly string[] => readdirSync(dirname(file)).toSorted()

/** The first bytes of a database, with the version by which it is written: 2 with a log, 1 without. */
function header(version: number, size = 100, text = 'SQLite format 3'): Buffer {
  const bytes = Buffer.alloc(size)
  bytes.write(text)
  bytes[18] = version
  return bytes
}

it.each<[string, Buffer, string, boolean]>([
  ['a backup beside a log', header(1), 'log', true],
  ['a backup beside an empty log', header(1), '', false],
  ['a database in use beside its log', header(2), 'log', false],
  ['less than the first bytes of a database', header(1, 99), 'log', false],
  ['nothing', Buffer.alloc(0), 'log', false],
  ['another file', header(1, 100, 'Dear diary, ....'), 'log', false],
])('%s has a log of another database or not', (_, bytes, log, isForeign) => {
  writeFileSync(file, bytes)
  writeFileSync(`${file}-wal`, log)
  expect(hasForeignLog(file)).toBe(isForeign)
})

it('a database without a log, and a log without a database, are nothing foreign', () => {
  writeFileSync(`${file}-wal`, 'log')
  expect(hasForeignLog(file)).toBe(false)
  writeFileSync(join(dirname(file), 'other'), header(1))
  expect(hasForeignLog(join(dirname(file), 'other'))).toBe(false)
})

it('a foreign log is known through a link to the database', () => {
  writeFileSync(file, header(1))
  writeFileSync(`${file}-wal`, 'log')
  symlinkSync(file, join(dirname(file), 'link'))
  expect(hasForeignLog(join(dirname(file), 'link'))).toBe(true)
})

it.skipIf(!tellsOpenFiles)('no file stays open', () => {
  writeFileSync(file, header(1))
  writeFileSync(`${file}-wal`, 'log')
  hasForeignLog(file)
  expect(openFilesIn(dirname(file))).toEqual([])
})

it('a start moves a foreign log away, removes its index, and says where it is', () => {
  writeFileSync(file, header(1))
  writeFileSync(`${file}-wal`, 'log')
  writeFileSync(`${file}-shm`, 'index')
  const said = setForeignLogAside(file) ?? ''
  const kept = names().find((name) => name !== 'db') ?? ''
  expect(names()).toEqual(['db', kept])
  expect(kept).toMatch(/^db\.replaced-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z-log$/u)
  expect(readFileSync(join(dirname(file), kept), 'utf8')).toBe('log')
  expect(said).toBe(`The log next to ${file} belonged to another database, which this one replaced. It's kept as ${join(dirname(file), kept)}. Answers that were only in that log aren't in this database.`)
})

it('a start leaves the log of its own database where it is', () => {
  writeFileSync(file, header(2))
  writeFileSync(`${file}-wal`, 'log')
  expect(setForeignLogAside(file)).toBeUndefined()
  expect(names()).toEqual(['db', 'db-wal'])
})

it('who only reads hears what to do about a foreign log', () => {
  expect(foreignLogSentence('/data/db')).toBe('The log /data/db-wal belongs to another database, which /data/db replaced. Move the log away, or start the bot: it does that itself.')
})

it('a log with nothing in it is removed, and none is none', () => {
  writeFileSync(`${file}-wal`, '')
  writeFileSync(`${file}-shm`, 'index')
  expect(setLogAside(file, `${file}.before-then`)).toBeUndefined()
  expect(names()).toEqual([])
  expect(setLogAside(file, `${file}.before-then`)).toBeUndefined()
})

it('a log that is moved away overwrites no other', () => {
  for (const log of ['first', 'second', 'third']) {
    writeFileSync(`${file}-wal`, log)
    const kept = setLogAside(file, `${file}.before-then`) ?? ''
    expect(readFileSync(kept, 'utf8')).toBe(log)
  }
  expect(names()).toEqual(['db.before-then-log', 'db.before-then-log-2', 'db.before-then-log-3'])
})

it('a name is free if neither a file nor a log has it', () => {
  expect(freeName(file)).toBe(file)
  writeFileSync(file, '')
  expect(freeName(file)).toBe(`${file}-2`)
  writeFileSync(`${file}-2-log`, '')
  expect(freeName(file)).toBe(`${file}-3`)
})

it('a file that is not there has no size', () => {
  writeFileSync(file, 'four')
  expect([sizeOf(file), sizeOf(join(dirname(file), 'none')), sizeOf(join(file, 'db'))]).toEqual([4, 0, 0])
})
