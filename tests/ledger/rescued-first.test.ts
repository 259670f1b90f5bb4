// A bot doesn't start with a database that knows less than what was rescued of it.
import { mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, expect, it } from 'vitest'
import { refuseBeforeRescued, refuseOlderThanRescued } from '../../src/ledger/sqlite/file/rescued-first.ts'
import { openFilesIn, tellsOpenFiles } from './open-files.ts'
import { smallLedger, type Meta } from './small-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'

const newFolder = temporaryFolder()
const rescuedAt = Date.UTC(2026, 10, 30, 21, 35, 31, 123)
const stamp = '2026-11-30T21-35-31-123Z'
let file: string
let copy: string

beforeEach(() => {
  file = join(newFolder(), 'db')
  copy = `${file}.rescued-${stamp}`
})

function refusalOf(refuse: (file: string) => void): unknown {
  try {
    refuse(file)
    return 'none'
  } catch (error) {
    return error
  }
}

function write(name: string, at: number): void {
  writeFileSync(name, 'x')
  utimesSync(name, at / 1000, at / 1000)
}

it('a database that is gone is not made anew while there is a rescued copy of it', () => {
  write(copy, rescuedAt)
  expect(refusalOf(refuseBeforeRescued)).toMatchObject({
    code: 'missing',
    message: `The files of the database ${file} were changed while the bot was running, so it saved everything up to then in ${copy}. Run "npm run -s study -- restore ${copy}" and start the bot. To go on without it, move that file away.`,
  })
  rmSync(copy)
  expect(refusalOf(refuseBeforeRescued)).toBe('none')
})

it.each([
  ['before', -1000, true],
  ['in the same millisecond', 0.5, true],
  ['in the next millisecond', 1, false],
  ['long after', 60_000, false],
])('a database that was written last %s it was rescued is refused or not', (_, later, isRefused) => {
  write(copy, rescuedAt)
  write(file, rescuedAt + later)
  expect(refusalOf(refuseBeforeRescued) === 'none').toBe(!isRefused)
})

it('of several rescued copies the last one is named, whenever it was written as a file', () => {
  const later = `${file}.rescued-2026-12-01T00-00-00-000Z`
  write(later, 0)
  write(copy, rescuedAt)
  expect(refusalOf(refuseBeforeRescued)).toMatchObject({ message: expect.stringContaining(`restore ${later}"`) })
})

it('where the folder cannot be read, nothing was rescued', () => {
  file = join(file, 'nowhere', 'db')
  expect([refuseBeforeRescued, refuseOlderThanRescued].map(refusalOf)).toEqual(['none', 'none'])
})

const known: Meta = { salt: 'grain', opened_at: '70', beat_at: '80' }

it.each<[string, Meta, Meta, boolean]>([
  ['the rescued copy knows a later beat', known, { ...known, beat_at: '90' }, true],
  ['the rescued copy knows a later beat of a later start', known, { ...known, opened_at: '85', beat_at: '90' }, true],
  ['the database knows as much', known, known, false],
  ['the database knows a later beat', { ...known, beat_at: '100' }, { ...known, beat_at: '90' }, false],
  ['the database was used since', { ...known, opened_at: '95', beat_at: '80' }, { ...known, beat_at: '90' }, false],
  ['the rescued copy is of another ledger', known, { ...known, salt: 'other', beat_at: '90' }, false],
  ['the database had no beat yet', { salt: 'grain', opened_at: '70' }, known, true],
  ['the rescued copy had no beat yet', known, { salt: 'grain', opened_at: '70' }, false],
  ['the database is of a version that did not note its starts', { salt: 'grain', beat_at: '70' }, known, true],
  ['the rescued copy is of a version that did not note its starts', known, { salt: 'grain', beat_at: '90' }, false],
])('where %s, a database that can be read is refused or not', (_, database, rescued, isRefused) => {
  smallLedger(file, database)
  smallLedger(copy, rescued)
  expect(String(refusalOf(refuseOlderThanRescued))).toContain(isRefused ? `restore ${copy}"` : 'none')
})

it.each<[string, () => void]>([
  ['a rescued copy that is a folder', () => (smallLedger(file, known), mkdirSync(copy))],
  ['a rescued copy that is no database', () => (smallLedger(file, known), writeFileSync(copy, 'Buy milk.\n'.repeat(100)))],
  ['a database that is none', () => (writeFileSync(file, 'Buy milk.\n'.repeat(100)), smallLedger(copy, known))],
  ['a database that is not there', () => smallLedger(copy, known)],
])('%s is for others to explain', (_, put) => {
  put()
  const before = readdirSync(dirname(file))
  expect(refusalOf(refuseOlderThanRescued)).toBe('none')
  expect(readdirSync(dirname(file))).toEqual(before)
})

it('what a killed bot left in its log stays there', () => {
  smallLedger(copy, known)
  smallLedger(join(dirname(file), 'running'), known)
  const running = new Database(join(dirname(file), 'running'))
  running.pragma('journal_mode = WAL')
  running.exec(`UPDATE meta SET value = '100' WHERE name = 'beat_at'`)
  for (const part of ['', '-wal']) writeFileSync(file + part, readFileSync(join(dirname(file), `running${part}`)))
  running.close()
  const log = readFileSync(`${file}-wal`)
  expect(refusalOf(refuseOlderThanRescued)).toBe('none')
  expect(readFileSync(`${file}-wal`).equals(log)).toBe(true)
})

it.skipIf(!tellsOpenFiles)('no file stays open', () => {
  smallLedger(file, known)
  smallLedger(copy, { ...known, beat_at: '90' })
  refusalOf(refuseOlderThanRescued)
  expect(openFilesIn(dirname(file))).toEqual([])
})
