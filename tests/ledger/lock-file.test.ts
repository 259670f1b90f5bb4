// One bot at a time uses a database: it holds a lock that lies beside it.
import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { lockFile, type Lock } from '../../src/ledger/sqlite/file/lock-file.ts'
import { openFilesIn, tellsOpenFiles } from './open-files.ts'
import { temporaryFolder } from './temporary-folder.ts'

const newFolder = temporaryFolder()
let file: string

beforeEach(() => {
  file = join(newFolder(), 'db')
})

function locked(): Lock {
  const lock = lockFile(file)
  onTestFinished(() => lock.release())
  return lock
}

it('a second bot is refused at once, and let in when the first has ended', () => {
  const first = locked()
  const began = performance.now()
  expect(() => lockFile(file)).toThrow(expect.objectContaining({ code: 'in-use', message: `Another running bot uses the database ${file}. Stop that one first, or give this one a file of its own.` }))
  // Without waiting for the first one, which would take five seconds.
  expect(performance.now() - began).toBeLessThan(2_500)
  expect(first.isOurs()).toBe(true)
  first.release()
  expect(locked().isOurs()).toBe(true)
})

it('a lock whose file was removed is made anew, and keeps others out again', () => {
  const lock = locked()
  rmSync(`${file}.lock`)
  expect(lock.isOurs()).toBe(true)
  expect(() => lockFile(file)).toThrow('Another running bot')
  lock.release()
  expect(locked().isOurs()).toBe(true)
})

it('a lock whose file was removed is lost if another bot was faster', () => {
  const lock = locked()
  rmSync(`${file}.lock`)
  const faster = locked()
  expect([lock.isOurs(), faster.isOurs(), lock.isOurs()]).toEqual([false, true, false])
})

it('the lock knows the last beat of whoever used it, and a new one knows none', () => {
  const lock = locked()
  expect(lock.lastBeat()).toBeNull()
  lock.noteBeat(1_800_000_000_000)
  expect(lock.lastBeat()).toBe(1_800_000_000_000)
  lock.release()
  expect(locked().lastBeat()).toBe(1_800_000_000_000)
})

it('the lock of a version that noted no beats tells when it was made', () => {
  writeFileSync(`${file}.lock`, '')
  utimesSync(`${file}.lock`, 1_700_000_000, 1_700_000_000)
  expect(locked().lastBeat()).toBe(1_700_000_000_000)
})

it('without its file a lock knows no beat, and noting one makes no file', () => {
  const lock = locked()
  rmSync(`${file}.lock`)
  lock.noteBeat(1_800_000_000_000)
  expect(lock.lastBeat()).toBeNull()
  expect(statSync(`${file}.lock`, { throwIfNoEntry: false })).toBeUndefined()
})

it('a lock that cannot be had for another reason is no other bot', () => {
  writeFileSync(`${file}.lock`, 'Buy milk.\n'.repeat(100))
  expect(() => lockFile(file)).toThrow(expect.objectContaining({ code: 'foreign' }))
  rmSync(`${file}.lock`)
  mkdirSync(`${file}.lock`)
  expect(() => lockFile(file)).toThrow(expect.objectContaining({ code: 'cannot-open' }))
})

it.skipIf(!tellsOpenFiles)('no lock stays open, also of one that was refused or made anew', () => {
  const lock = locked()
  expect(() => lockFile(file)).toThrow('Another running bot')
  rmSync(`${file}.lock`)
  lock.isOurs()
  lock.release()
  expect(openFilesIn(dirname(file))).toEqual([])
})
