// Whatever is done with a database, and however it ends, no file of it stays open: the process of a bot runs for months.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { LedgerError } from '../../src/ledger/ledger-error.ts'
import { backup, backupFrom, backupInThread } from '../../src/ledger/sqlite/file/backup.ts'
import { lockFile } from '../../src/ledger/sqlite/file/lock-file.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { readCourses } from '../../src/ledger/sqlite/file/read-courses.ts'
import { readDraw } from '../../src/ledger/sqlite/file/read-draw.ts'
import { readInsight } from '../../src/ledger/sqlite/file/read-insight.ts'
import { readReports } from '../../src/ledger/sqlite/file/read-reports.ts'
import { readRound } from '../../src/ledger/sqlite/file/read-round.ts'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { openFilesIn, tellsOpenFiles } from './open-files.ts'
import { playedLedger } from './played-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { monday, worldOf } from './world.ts'

const newFolder = temporaryFolder()
let folder: string
let file: string

const templates = mkdtempSync(join(tmpdir(), 'studyhall-test-'))
const template = join(templates, 'ledger')
const ledger = await openLedger(template)
await worldOf(ledger).setUp()
await ledger.close()
mkdirSync(join(templates, 'earlier'))
const earlier = playedLedger(join(templates, 'earlier'), 3)
afterAll(() => rmSync(templates, { recursive: true }))

beforeEach(() => {
  folder = newFolder()
  file = join(folder, 'ledger')
  copyFileSync(template, file)
})

function copied(from: string, name: string): string {
  copyFileSync(from, join(folder, name))
  return join(folder, name)
}

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
  ['a look at one question', () => readRound(file, { date: '2026-01-05', channel: undefined })],
  ['a look at how a channel does', () => readInsight(file, undefined, '2026-01-01')],
  ['a look at the reports', () => readReports(file)],
  ['a look at the courses', () => readCourses(file)],
  ['a backup', () => backupFrom(file, join(folder, 'backup'))],
  ['a backup of what a bot has open', backUpRunning],
  ['a backup in a thread', () => backupInThread(file, join(folder, 'backup'))],
  ['a restore', () => restoreLedger(file, join(folder, 'other'), 'now')],
  ['a restore over another database', () => restoreLedger(file, copied(template, 'other'), 'now')],
  ['a restore over what is no database', () => restoreLedger(file, notes(), 'now')],
  ['a check of an earlier version', () => verifyLedger(copied(earlier, 'other'))],
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
  ['a look at one question that fails', () => readRound(change('DROP TABLE rounds'), { date: '2026-01-05', channel: undefined })],
  ['a look at how a channel does that fails', () => readInsight(change('DROP TABLE rounds'), undefined, '2026-01-01')],
  ['a look at the reports that fails', () => readReports(change('DROP TABLE reports'))],
  ['a look at the courses that fails', () => readCourses(change('DROP TABLE courses'))],
  ['a backup that fails', () => backupFrom(notes(), join(folder, 'backup'))],
  ['a backup in a thread that fails', () => backupInThread(notes(), join(folder, 'backup'))],
  ['a restore of a damaged backup', () => restoreLedger(change('INSERT INTO votes SELECT 1, 2, 3'), join(folder, 'other'), 'now')],
]

async function backUpRunning(): Promise<void> {
  const { db, file: opened } = openDatabase(file)
  await backup(db, join(folder, 'backup'))
  db.close()
  opened?.lock.release()
}

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
