// Whatever is done with a database, and however it ends, no file of it stays open: the process of a bot runs for months.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, expect, it } from 'vitest'
import { LedgerError } from '../../src/ledger/ledger-error.ts'
import { backupFrom } from '../../src/ledger/sqlite/file/backup.ts'
import { lockFile } from '../../src/ledger/sqlite/file/lock-file.ts'
import { readDraw } from '../../src/ledger/sqlite/file/read-draw.ts'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { openFilesIn, tellsOpenFiles } from './open-files.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { monday, worldOf } from './world.ts'

const newFolder = temporaryFolder()
let folder: string
let file: string

beforeEach(async () => {
  folder = newFolder()
  file = join(folder, 'ledger')
  const ledger = await openLedger(file)
  await worldOf(ledger).setUp()
  await ledger.close()
})

const openFiles = (): readonly string[] => openFilesIn(folder)

function change(sql: string): string {
  const db = new Database(file)
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
  db.close()
  return file
}

function notes(): string {
  writeFileSync(join(folder, 'notes'), 'Buy milk.\n'.repeat(300))
  return join(folder, 'notes')
}

const works: readonly (readonly [string, () => unknown])[] = [
  ['a bot that stops', async () => (await openLedger(file)).close()],
  ['a check', () => verifyLedger(file)],
  ['a look at the next question', () => readDraw(file, 'C1')],
  ['a look at the next question of no channel', () => readDraw(file, 'nowhere')],
  ['a backup', () => backupFrom(file, join(folder, 'backup'))],
  ['a restore', () => restoreLedger(file, join(folder, 'other'), 'now')],
  ['a lock that is made anew', () => makeLockAnew()],
]

const failures: typeof works = [
  ['a start with a file that is none', () => openLedger(notes())],
  ['a start with a database of a newer version', () => openLedger(change('PRAGMA user_version = 99'))],
  ['a check of a file that is none', () => verifyLedger(notes())],
  ['a check of another program’s database', () => verifyLedger(change('PRAGMA user_version = 0'))],
  ['a check of a newer version', () => verifyLedger(change('PRAGMA user_version = 99'))],
  ['a check that fails in the middle', () => verifyLedger(change('DROP TABLE rounds'))],
  ['a look that fails in the middle', () => readDraw(change('DROP TABLE rounds'), 'C1')],
  ['a backup that fails', () => backupFrom(notes(), join(folder, 'backup'))],
  ['a restore of a damaged backup', () => restoreLedger(change('INSERT INTO votes SELECT 1, 2, 3'), join(folder, 'other'), 'now')],
]

function makeLockAnew(): void {
  const lock = lockFile(file)
  writeFileSync(join(folder, 'new'), '')
  expect(lock.isOurs()).toBe(true)
  lock.release()
}

it.skipIf(!tellsOpenFiles).each(works)('%s leaves no file open', async (_, use) => {
  await use()
  expect(openFiles()).toEqual([])
})

it.skipIf(!tellsOpenFiles).each(failures)('%s leaves no file open', async (_, use) => {
  await expect((async () => use())()).rejects.toThrow(LedgerError)
  expect(openFiles()).toEqual([])
})

it.skipIf(!tellsOpenFiles)('a running bot has its files open', async () => {
  const ledger = await openLedger(file)
  await ledger.upkeep.noteBeat(monday)
  expect(openFiles()).toContain(file)
  await ledger.close()
  expect(openFiles()).toEqual([])
})
