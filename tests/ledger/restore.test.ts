// What a restored database has beside it: nothing of the old one, which keeps all it had under its own name.
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { ada, worldOf } from './world.ts'

/** A backup without answers, and a database whose killed process left an answer in the log. */
async function open() {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-restore-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [live, backup, file] = ['live', 'backup', 'ledger'].map((name) => join(folder, name)) as [string, string, string]
  const ledger = await openLedger(live)
  const world = worldOf(ledger)
  await world.setUp()
  const round = await world.post()
  await ledger.upkeep.backup(backup)
  await world.answer(round, ada, 'b')
  for (const part of ['', '-wal']) copyFileSync(live + part, file + part)
  await ledger.close()
  return { backup, file }
}

it('the old database keeps the answers of its log', async () => {
  const { backup, file } = await open()
  const { keptAs } = restoreLedger(backup, file, 'now')
  expect(keptAs).toBe(`${file}.before-now`)
  expect(existsSync(`${file}-wal`)).toBe(false)
  expect([verifyLedger(file).answers, verifyLedger(keptAs ?? '').answers]).toEqual([0, 1])
})

it('a log that cannot be opened goes with the old database, where SQLite would take it for that of the new one', async () => {
  const { backup, file } = await open()
  rmSync(`${file}-wal`)
  // Nothing else keeps SQLite, run by any user, from reading or removing it.
  mkdirSync(`${file}-wal`)
  const { keptAs } = restoreLedger(backup, file, 'now')
  expect([existsSync(`${file}-wal`), existsSync(`${keptAs ?? ''}-wal`)]).toEqual([false, true])
  expect(verifyLedger(file)).toMatchObject({ problems: [], answers: 0 })
})

it('a database that is its own backup is not restored', async () => {
  const { file } = await open()
  expect(() => restoreLedger(file, file, 'now')).toThrow(/is the database itself/u)
  expect(existsSync(`${file}.before-now`)).toBe(false)
})

it('where there was no database, nothing is kept', async () => {
  const { backup, file } = await open()
  for (const part of ['', '-wal']) rmSync(file + part)
  expect(restoreLedger(backup, file, 'now')).toMatchObject({ keptAs: null, verdict: { problems: [] } })
  expect(verifyLedger(file).problems).toEqual([])
})

it('what a restore left that was killed is in nobody’s way', async () => {
  const { backup, file } = await open()
  writeFileSync(`${file}.incoming`, 'half a database')
  restoreLedger(backup, file, 'now')
  expect(verifyLedger(file)).toMatchObject({ problems: [], answers: 0 })
  expect(existsSync(`${file}.incoming`)).toBe(false)
})

it('the database and the old one are for the owner alone, also where older versions left them open to all', async () => {
  const { backup, file } = await open()
  for (const each of [backup, file]) chmodSync(each, 0o644)
  const { keptAs } = restoreLedger(backup, file, 'now')
  expect([file, keptAs ?? ''].map((each) => (statSync(each).mode & 0o777).toString(8))).toEqual(['600', '600'])
})

it('a bot can start as soon as it is done, and finds that it was restored', async () => {
  const { backup, file } = await open()
  restoreLedger(backup, file, 'now')
  const ledger = await openLedger(file)
  expect(ledger.upkeep.unsure()).not.toMatchObject({ putBackAt: null })
  await ledger.close()
})

it('into a folder that is not there yet, a backup is restored as well', async () => {
  const { backup, file } = await open()
  const elsewhere = join(file, '..', 'new', 'folder', 'ledger')
  expect(restoreLedger(backup, elsewhere, 'now')).toMatchObject({ keptAs: null })
  expect(readdirSync(join(elsewhere, '..')).toSorted()).toEqual(['ledger', 'ledger.lock'])
})

it('a damaged backup changes nothing, and each of its problems is told', async () => {
  const { backup, file } = await open()
  const db = new Database(backup)
  db.exec('UPDATE levels SET people = 7; INSERT INTO votes SELECT id, \'["a"]\', 1 FROM rounds')
  db.close()
  const before = statSync(file).ino
  expect(() => restoreLedger(backup, file, 'now')).toThrow(/damaged or incomplete, so nothing was changed\. Use another one\.\nThe votes of round 1 don’t add up/u)
  expect([statSync(file).ino, existsSync(`${file}.before-now`), existsSync(`${file}.lock`)]).toEqual([before, false, false])
})
