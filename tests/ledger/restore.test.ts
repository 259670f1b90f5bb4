// What a restored database has beside it: nothing of the old one, which keeps all it had under its own name.
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import type { Doing } from '../../src/core/progress.ts'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { ada, worldOf } from './world.ts'

const templates = mkdtempSync(join(tmpdir(), 'studyhall-restore-'))
afterAll(() => rmSync(templates, { recursive: true }))
await live()

/** A backup without answers, and a database whose killed process left an answer in the log, beside which an older copy of its file doesn't fit. */
async function live(): Promise<void> {
  const [file, killed] = [join(templates, 'live'), join(templates, 'killed')]
  const ledger = await openLedger(file)
  const world = worldOf(ledger)
  await world.setUp()
  await ledger.upkeep.checkpoint(true)
  copyFileSync(file, join(templates, 'older'))
  const round = await world.post()
  await ledger.upkeep.backup(join(templates, 'backup'))
  await ledger.people.setHidden(ada, false)
  await ledger.upkeep.checkpoint(true)
  await world.answer(round, ada, 'b')
  for (const part of ['', '-wal']) copyFileSync(file + part, killed + part)
  await ledger.close()
}

function open() {
  const folder = mkdtempSync(join(tmpdir(), 'studyhall-restore-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [backup, file] = ['backup', 'ledger'].map((name) => join(folder, name)) as [string, string]
  copyFileSync(join(templates, 'backup'), backup)
  for (const part of ['', '-wal']) copyFileSync(join(templates, `killed${part}`), file + part)
  return { folder, backup, file }
}

const log = readFileSync(join(templates, 'killed-wal'))

it('the old database keeps the answers of its log', () => {
  const { folder, backup, file } = open()
  const { keptAs, keptLog } = restoreLedger(backup, file, 'now')
  expect([keptAs, keptLog]).toEqual([`${file}.before-now`, null])
  expect(readdirSync(folder).toSorted()).toEqual(['backup', 'ledger', 'ledger.before-now', 'ledger.lock'])
  expect([verifyLedger(file).answers, verifyLedger(keptAs ?? '').answers]).toEqual([0, 1])
})

it.each([
  ['an older copy', (file: string) => copyFileSync(join(templates, 'older'), file), 'ledger.before-now-wal'],
  ['no database', (file: string) => writeFileSync(file, 'Buy milk.\n'.repeat(300)), 'ledger.before-now-wal'],
  ['an empty file', (file: string) => writeFileSync(file, ''), 'ledger.before-now-log'],
  ['a backup', (file: string) => copyFileSync(join(templates, 'backup'), file), 'ledger.before-now-log'],
])('where the log stands beside %s, both are kept as they are, for somebody to look at', (_, replace, kept) => {
  const { folder, backup, file } = open()
  replace(file)
  const before = readFileSync(file)
  const { keptAs, keptLog } = restoreLedger(backup, file, 'now')
  expect(keptLog).toBe(join(folder, kept))
  expect(readFileSync(join(folder, kept)).equals(log)).toBe(true)
  expect(keptAs === null ? Buffer.alloc(0) : readFileSync(keptAs)).toEqual(before)
  expect(verifyLedger(file)).toMatchObject({ problems: [], answers: 0 })
})

it('a backup that is a killed bot’s database stays as it is, with its log', () => {
  const { folder, file } = open()
  const target = join(folder, 'other')
  expect(restoreLedger(file, target, 'now').verdict.answers).toBe(1)
  expect(verifyLedger(target).answers).toBe(1)
  expect(readFileSync(`${file}-wal`).equals(log)).toBe(true)
})

it('somebody who reads the old database is waited for in vain, and nothing is changed', () => {
  const { folder, backup, file } = open()
  const reader = new Database(file)
  onTestFinished(() => void reader.close())
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM quizzes').get()
  expect(() => restoreLedger(backup, file, 'now', undefined, 20)).toThrow(`Another program is reading the database ${file}, so nothing was changed. Close that program and try again.`)
  expect(readdirSync(folder).filter((name) => !/-wal|-shm/u.test(name)).toSorted()).toEqual(['backup', 'ledger', 'ledger.lock'])
})

it('a backup that goes away while it is copied changes nothing, and the reason is told', () => {
  const { folder, backup, file } = open()
  const moveAway = ({ what }: Doing) => void (what.startsWith('Copying') && renameSync(backup, `${backup}-away`))
  expect(() => restoreLedger(backup, file, 'now', moveAway)).toThrow(
    `The backup ${backup} could not be copied (unable to open database file), so nothing was changed. Check that the database’s folder is writable and has space.`,
  )
  expect(readdirSync(folder).toSorted()).toEqual(['backup-away', 'ledger', 'ledger-wal', 'ledger.lock'])
})

it('each step is told before it begins', () => {
  const { backup, file } = open()
  const told: Doing[] = []
  restoreLedger(backup, file, 'now', (doing) => told.push(doing))
  expect(told.slice(-2)).toEqual([
    { what: `Copying ${backup}`, growing: { file: `${file}.incoming`, bytes: statSync(backup).size } }, { what: 'Looking at the database that is there' },
  ])
})

it('a log that cannot be opened goes with the old database, where SQLite would take it for that of the new one', () => {
  const { backup, file } = open()
  rmSync(`${file}-wal`)
  // Nothing else keeps SQLite, run by any user, from reading or removing it.
  mkdirSync(`${file}-wal`)
  const { keptAs } = restoreLedger(backup, file, 'now')
  expect([existsSync(`${file}-wal`), existsSync(`${keptAs ?? ''}-wal`)]).toEqual([false, true])
  expect(verifyLedger(file)).toMatchObject({ problems: [], answers: 0 })
})

it('a database that is its own backup is not restored', () => {
  const { file } = open()
  expect(() => restoreLedger(file, file, 'now')).toThrow(/is the database itself/u)
  expect(existsSync(`${file}.before-now`)).toBe(false)
})

it('where there was no database, nothing is kept', () => {
  const { backup, file } = open()
  for (const part of ['', '-wal']) rmSync(file + part)
  expect(restoreLedger(backup, file, 'now')).toMatchObject({ keptAs: null, verdict: { problems: [] } })
  expect(verifyLedger(file).problems).toEqual([])
})

it('what a restore left that was killed is in nobody’s way', () => {
  const { backup, file } = open()
  writeFileSync(`${file}.incoming`, 'half a database')
  restoreLedger(backup, file, 'now')
  expect(verifyLedger(file)).toMatchObject({ problems: [], answers: 0 })
  expect(existsSync(`${file}.incoming`)).toBe(false)
})

it('the database and the old one are for the owner alone, also where older versions left them open to all', () => {
  const { backup, file } = open()
  for (const each of [backup, file]) chmodSync(each, 0o644)
  const { keptAs } = restoreLedger(backup, file, 'now')
  expect([file, keptAs ?? ''].map((each) => (statSync(each).mode & 0o777).toString(8))).toEqual(['600', '600'])
})

it('a bot can start as soon as it is done, and finds that it was restored', async () => {
  const { backup, file } = open()
  restoreLedger(backup, file, 'now')
  const ledger = await openLedger(file)
  expect(ledger.upkeep.unsure()).not.toMatchObject({ putBackAt: null })
  await ledger.close()
})

it('into a folder that is not there yet, a backup is restored as well', () => {
  const { backup, file } = open()
  const elsewhere = join(file, '..', 'new', 'folder', 'ledger')
  expect(restoreLedger(backup, elsewhere, 'now')).toMatchObject({ keptAs: null })
  expect(readdirSync(join(elsewhere, '..')).toSorted()).toEqual(['ledger', 'ledger.lock'])
})

it('a damaged backup changes nothing, and each of its problems is told', () => {
  const { backup, file } = open()
  const db = new Database(backup)
  db.exec('UPDATE levels SET people = 7; INSERT INTO votes SELECT id, \'["a"]\', 1 FROM rounds')
  db.close()
  const before = statSync(file).ino
  expect(() => restoreLedger(backup, file, 'now')).toThrow(/damaged or incomplete, so nothing was changed\. Use another one\.\nThe votes of round 1 don’t add up/u)
  expect([statSync(file).ino, existsSync(`${file}.before-now`), existsSync(`${file}.lock`)]).toEqual([before, false, false])
})
