// Copies of a ledger that is in use.
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { Doing } from '../../src/core/progress.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { backup, backupFrom } from '../../src/ledger/sqlite/file/backup.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { someone, worldOf } from './world.ts'

const newFolder = temporaryFolder()

/** Answers go on arriving until `work` is done; gives the number of those that were confirmed before it began. */
async function whileAnswersArrive(ledger: Ledger, work: () => Promise<void>): Promise<number> {
  const world = worldOf(ledger)
  await world.setUp()
  const round = await world.post()
  await Promise.all(Array.from({ length: 2000 }, (_, index) => world.answer(round, someone(`before ${index}`), 'b')))
  const done = new AbortController()
  async function hand(name: string): Promise<void> {
    for (let number = 0; !done.signal.aborted; number++) await world.answer(round, someone(`${name} ${number}`), 'b')
  }
  const hands = ['one', 'two', 'three'].map(hand)
  await work()
  done.abort()
  await Promise.all(hands)
  return 2000
}

async function checkWhole(copy: string, atLeast: number): Promise<boolean> {
  const db = new Database(copy, { readonly: true })
  const one = (sql: string) => Number(db.prepare(sql).pluck().get())
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
  const answers = one('SELECT count(*) FROM answers')
  expect(answers).toBeGreaterThanOrEqual(atLeast)
  expect(one('SELECT sum(people) FROM votes')).toBe(answers)
  expect(one(`SELECT sum(answered) FROM scores JOIN boards ON boards.id = board_id WHERE scope = 'place' AND period = 'all'`)).toBe(answers)
  db.close()
  const ledger = await openLedger(copy)
  expect((await worldOf(ledger).board()).people).toBe(answers)
  await ledger.close()
  return true
}

it('copies everything, whole, while answers arrive', async () => {
  const folder = newFolder()
  const ledger = await openLedger(join(folder, 'ledger'))
  const copy = join(folder, 'backups', 'today')
  const before = await whileAnswersArrive(ledger, () => ledger.upkeep.backup(copy))
  await ledger.close()
  expect(readdirSync(join(folder, 'backups'))).toEqual(['today'])
  expect(await checkWhole(copy, before)).toBe(true)
})

it('copies everything from another process’s side as well', async () => {
  const folder = newFolder()
  const ledger = await openLedger(join(folder, 'ledger'))
  const copy = join(folder, 'copy')
  const before = await whileAnswersArrive(ledger, () => backupFrom(join(folder, 'ledger'), copy))
  await ledger.close()
  expect(await checkWhole(copy, before)).toBe(true)
})

it('never overwrites a file', async () => {
  const folder = newFolder()
  const ledger = await openLedger(join(folder, 'ledger'))
  writeFileSync(join(folder, 'copy'), 'precious')
  await expect(ledger.upkeep.backup(join(folder, 'copy'))).rejects.toMatchObject({ code: 'exists' })
  await expect(backupFrom(join(folder, 'ledger'), join(folder, 'copy'))).rejects.toMatchObject({ code: 'exists' })
  await expect(backupFrom(join(folder, 'nothing'), join(folder, 'other'))).rejects.toMatchObject({ code: 'cannot-open' })
  await ledger.close()
  expect(readdirSync(folder).sort()).toEqual(['copy', 'ledger', 'ledger.lock'])
})

it('leaves a file alone that appears at its place while it copies', async () => {
  const folder = newFolder()
  const ledger = await openLedger(join(folder, 'ledger'))
  const copy = join(folder, 'copy')
  const copying = ledger.upkeep.backup(copy)
  writeFileSync(copy, 'precious')
  await expect(copying).rejects.toMatchObject({ code: 'exists', message: expect.stringContaining('Name a new file') })
  await ledger.close()
  expect([readFileSync(copy, 'utf8'), readdirSync(folder).sort()]).toEqual(['precious', ['copy', 'ledger', 'ledger.lock']])
})

it('leaves nothing of a copy that failed in the middle, and says why it failed', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'notes'), 'Buy milk.\n'.repeat(300))
  const copying = backupFrom(join(folder, 'notes'), join(folder, 'copies', 'copy'))
  await expect(copying).rejects.toMatchObject({ code: 'failed', message: expect.stringContaining('file is not a database'), cause: expect.any(Error) })
  expect(readdirSync(join(folder, 'copies'))).toEqual([])
})

it('makes a copy of a ledger in memory that is one file, whole and for the owner alone', async () => {
  const folder = newFolder()
  const ledger = await openLedger(':memory:')
  const world = worldOf(ledger)
  await world.setUp()
  await world.answer(await world.post(), someone('Ada'), 'b')
  await ledger.upkeep.backup(join(folder, 'copies', 'copy'))
  await ledger.close()
  const db = new Database(join(folder, 'copies', 'copy'), { readonly: true })
  expect(db.pragma('journal_mode', { simple: true })).toBe('delete')
  expect(db.prepare('SELECT count(*) FROM answers').pluck().get()).toBe(1)
  db.close()
  expect(readdirSync(join(folder, 'copies'))).toEqual(['copy'])
  expect([join(folder, 'copies'), join(folder, 'copies', 'copy')].map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual(['700', '600'])
})

it('makes a copy that needs no log and takes none for its own', async () => {
  const folder = newFolder()
  const { db, file: opened } = openDatabase(join(folder, 'ledger'))
  await backup(db, join(folder, 'copy'))
  db.close()
  opened?.lock.release()
  // Where a database is in WAL mode, these are 2. https://www.sqlite.org/fileformat.html#file_format_version_numbers
  expect([...readFileSync(join(folder, 'copy')).subarray(18, 20)]).toEqual([1, 1])
  expect(readdirSync(folder).toSorted()).toEqual(['copy', 'ledger', 'ledger.lock'])
})

it('reads the database of a killed bot with its log, and changes neither', async () => {
  const folder = newFolder()
  const [file, killed, copy] = ['ledger', 'killed', 'copy'].map((name) => join(folder, name)) as [string, string, string]
  const ledger = await openLedger(file)
  await worldOf(ledger).setUp()
  const parts = ['', '-wal']
  for (const part of parts) copyFileSync(file + part, killed + part)
  await ledger.close()
  const before = parts.map((part) => readFileSync(killed + part))
  await backupFrom(killed, copy)
  expect(parts.map((part, index) => before[index]?.equals(readFileSync(killed + part)))).toEqual([true, true])
  await (await openLedger(copy)).close()
})

it('makes no copy of a database with another one’s log', async () => {
  const folder = newFolder()
  const [file, copy] = [join(folder, 'ledger'), join(folder, 'copy')]
  new Database(file).exec('CREATE TABLE one (a TEXT) STRICT').close()
  writeFileSync(`${file}-wal`, 'a log')
  await expect(backupFrom(file, copy)).rejects.toMatchObject({ code: 'damaged', message: expect.stringContaining(`The log ${file}-wal belongs to another database`) })
  expect([readFileSync(`${file}-wal`, 'utf8'), existsSync(copy)]).toEqual(['a log', false])
})

it('tells what it copies and how large it gets, and nothing where there is no room for it', async () => {
  const folder = newFolder()
  const [file, copy] = [join(folder, 'ledger'), join(folder, 'copy')]
  await (await openLedger(file)).close()
  const told: Doing[] = []
  await backupFrom(file, copy, (doing) => told.push(doing))
  await expect(backupFrom(file, copy, (doing) => told.push(doing))).rejects.toMatchObject({ code: 'exists' })
  expect(told).toEqual([{ what: `Copying ${file}`, growing: { file: expect.stringMatching(/copy\.\d+-\d+\.unfinished$/u), bytes: statSync(file).size } }])
})

it('says what is wrong with the place of the copy, and leaves nothing there', async () => {
  const folder = newFolder()
  const ledger = await openLedger(join(folder, 'ledger'))
  writeFileSync(join(folder, 'file'), '')
  await expect(ledger.upkeep.backup(join(folder, 'file', 'copy'))).rejects.toMatchObject({ name: 'LedgerError', code: 'failed' })
  await ledger.close()
  expect(readdirSync(folder).sort()).toEqual(['file', 'ledger', 'ledger.lock'])
})
