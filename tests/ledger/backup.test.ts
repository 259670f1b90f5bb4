// Copies of a ledger that is in use.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { backupFrom } from '../../src/ledger/sqlite/file/backup.ts'
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

it('says what is wrong with the place of the copy, and leaves nothing there', async () => {
  const folder = newFolder()
  const ledger = await openLedger(join(folder, 'ledger'))
  writeFileSync(join(folder, 'file'), '')
  await expect(ledger.upkeep.backup(join(folder, 'file', 'copy'))).rejects.toMatchObject({ name: 'LedgerError', code: 'failed' })
  await ledger.close()
  expect(readdirSync(folder).sort()).toEqual(['file', 'ledger', 'ledger.lock'])
})
