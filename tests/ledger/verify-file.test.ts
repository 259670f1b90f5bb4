// What a check says of the file itself: whether it is a ledger, of which version, and whether it is whole.
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeEach, expect, it } from 'vitest'
import type { Doing } from '../../src/core/progress.ts'
import { LedgerError } from '../../src/ledger/ledger-error.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { playedLedger } from './played-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { withoutRoot } from './without-root.ts'
import { ada, ben, day, monday, place, worldOf } from './world.ts'

const newFolder = temporaryFolder()
const session = 'a'.repeat(16)
const templates = mkdtempSync(join(tmpdir(), 'studyhall-test-'))
const closed = join(templates, 'ledger')
/** As a killed process leaves it: everything is in the log. */
const killed = join(templates, 'killed')
let file: string

const ledger = await openLedger(closed)
const world = worldOf(ledger)
await world.setUp({ place: `${place}1`, nextAt: monday + 30 * day, nextDate: '2026-02-04' })
await world.setUp()
const round = await world.post()
for (const person of [ada, ben]) await world.answer(round, person, 'b')
await ledger.sessions.start(ada.id, {
  id: session, kind: 'practice', about: null, tasks: [{ item: 'card:one', order: ['a'], key: ['a'], content: 1 }], zone: 'UTC', startedAt: monday, endsAt: null,
})
for (const part of ['', '-wal']) copyFileSync(closed + part, killed + part)
await ledger.close()
afterAll(() => rmSync(templates, { recursive: true }))

beforeEach(() => {
  file = join(newFolder(), 'ledger')
  copyFileSync(closed, file)
})

function change(sql: string): void {
  const db = new Database(file)
  db.unsafeMode()
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
  db.close()
}

/** What the check fails with. */
function refusal(path = file): Pick<LedgerError, 'code' | 'message' | 'cause'> {
  try {
    verifyLedger(path)
  } catch (error) {
    if (error instanceof LedgerError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

it('is well where a group has several channels, one of them without a round', () => {
  expect(verifyLedger(file)).toMatchObject({ problems: [], answers: 2, rounds: 1, people: 2 })
})

it('of a newer version names both versions, and what can read it', () => {
  change('PRAGMA user_version = 99')
  const { code, message } = refusal()
  expect(code).toBe('newer')
  expect(message).toMatch(/cannot read .+ledger \(version 99; this one knows \d+\)\. Use the version that wrote it\.$/u)
})

it('with a version that no bot ever wrote is not read', () => {
  change('PRAGMA user_version = -1')
  expect(refusal().code).toBe('newer')
})

it('of another program, of no program, or with what looks like nothing is no database of this bot', () => {
  const nameAnother = 'Name the database that the bot uses, or a backup of it.'
  change('PRAGMA user_version = 0')
  expect(refusal()).toMatchObject({ code: 'foreign', message: `The file ${file} isn't a database of this bot. ${nameAnother}` })
  const text = `${file}.txt`
  writeFileSync(text, 'Buy milk.\n'.repeat(300))
  expect(refusal(text)).toMatchObject({ code: 'foreign', message: `The file ${text} isn't a database of this bot. ${nameAnother}`, cause: expect.objectContaining({ code: 'SQLITE_NOTADB' }) })
  writeFileSync(`${file}.empty`, '')
  expect(refusal(`${file}.empty`)).toMatchObject({ code: 'foreign', message: `The file ${file}.empty is empty. ${nameAnother}` })
  mkdirSync(`${file}.folder`)
  expect(refusal(`${file}.folder`)).toMatchObject({ code: 'foreign', message: `${file}.folder is a folder, not a database. ${nameAnother}` })
  expect(refusal(`${file}.none`)).toMatchObject({ code: 'cannot-open', message: `There is no database ${file}.none. ${nameAnother}` })
})

it('that was copied before anything but its log was written is told to be such a copy', () => {
  copyFileSync(killed, file)
  expect(refusal()).toMatchObject({ code: 'foreign', message: expect.stringContaining('Perhaps it was copied without its -wal') })
})

it('with a log that is another database’s is left alone, and so is the log', () => {
  change('PRAGMA journal_mode = DELETE')
  copyFileSync(`${killed}-wal`, `${file}-wal`)
  expect(refusal()).toMatchObject({ code: 'damaged', message: `The log ${file}-wal belongs to another database, which ${file} replaced. Move the log away, or start the bot: it does that itself.` })
  expect(readFileSync(`${file}-wal`).equals(readFileSync(`${killed}-wal`))).toBe(true)
})

it('that belongs to another user is told to be so', async () => {
  chmodSync(dirname(file), 0o755)
  chmodSync(file, 0)
  expect(await withoutRoot(refusal)).toMatchObject({ code: 'read-only', message: expect.stringContaining("Give the bot's user write access") })
})

it('of a killed bot is read with its log, and both stay as they are', () => {
  const parts = ['', '-wal']
  for (const part of parts) copyFileSync(killed + part, file + part)
  expect(verifyLedger(file)).toMatchObject({ problems: [], answers: 2 })
  expect(parts.map((part) => readFileSync(file + part).equals(readFileSync(killed + part)))).toEqual([true, true])
})

it('of an earlier version is brought up to date in memory alone', () => {
  const earlier = playedLedger(newFolder(), 30)
  const before = readFileSync(earlier)
  expect(verifyLedger(earlier)).toMatchObject({ problems: [], answers: 7, rounds: 4 })
  expect(readFileSync(earlier).equals(before)).toBe(true)
})

it('is checked step by step, and each is told before it begins', () => {
  const told: Doing[] = []
  verifyLedger(file, (doing) => told.push(doing))
  expect(told.slice(0, 3)).toEqual([{ what: 'Opening the database' }, { what: 'Checking the file', done: 0, of: 13 }, { what: 'Checking leaderboards', done: 1, of: 13 }])
  expect(told).toHaveLength(14)
})

it('that is damaged is told by what SQLite finds', () => {
  change(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'accounts (learner_id)', 'accounts (name)') WHERE name = 'accounts_of_learner'`)
  expect(verifyLedger(file).problems).toContain('The file is damaged: row 1 missing from index accounts_of_learner.')
})

it('that was cut off is damaged', () => {
  writeFileSync(file, readFileSync(file).subarray(0, 5 * 4096))
  expect(refusal().code).toBe('damaged')
})

it('with a session that cannot be read names it, until it was abandoned', () => {
  change(`UPDATE sessions SET tasks = '['`)
  expect(verifyLedger(file).problems).toEqual([`Session ${session} (practice) can’t be read. The bot ignores it.`])
  change('UPDATE sessions SET abandoned = 1, ended_at = started_at')
  expect(verifyLedger(file).problems).toEqual([])
})

it('with nothing but its tables is told to be a copy without its log, once it is an hour old', () => {
  for (const table of ['sessions', 'study_log', 'scores', 'levels', 'boards', 'votes', 'answers', 'events', 'members', 'rounds', 'quizzes', 'people']) change(`DELETE FROM ${table}`)
  const aged = (ago: number) => change(`UPDATE meta SET value = '${Date.now() - ago}' WHERE name = 'opened_at'`)
  aged(30 * 60_000)
  expect(verifyLedger(file).problems).toEqual([])
  aged(61 * 60_000)
  expect(verifyLedger(file).problems).toEqual([expect.stringContaining('there\'s nothing in it. Perhaps it was copied without its -wal')])
})
