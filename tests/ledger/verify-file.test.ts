// What a check says of the file itself: whether it is a ledger, of which version, and whether it is whole.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeEach, expect, it } from 'vitest'
import { LedgerError } from '../../src/ledger/ledger-error.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { ada, ben, day, monday, place, worldOf } from './world.ts'

const newFolder = temporaryFolder()
let file: string
let session: string

beforeEach(async () => {
  file = join(newFolder(), 'ledger')
  const ledger = await openLedger(file)
  const world = worldOf(ledger)
  await world.setUp({ place: `${place}1`, nextAt: monday + 30 * day, nextDate: '2026-02-04' })
  await world.setUp()
  const round = await world.post()
  for (const person of [ada, ben]) await world.answer(round, person, 'b')
  const started = await ledger.sessions.start(ada.id, {
    id: 'a'.repeat(16), kind: 'practice', about: null, tasks: [{ item: 'card:one', order: ['a'], key: ['a'], content: 1 }], zone: 'UTC', startedAt: monday, endsAt: null,
  })
  session = started.session.id
  await ledger.close()
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
  change('PRAGMA user_version = 0')
  const other = refusal()
  expect(other).toMatchObject({ code: 'foreign', message: expect.stringContaining("isn't a database of this bot. Name the database that the bot uses") })
  writeFileSync(`${file}.txt`, 'Buy milk.\n'.repeat(300))
  expect(refusal(`${file}.txt`)).toMatchObject({ code: 'foreign', message: expect.stringContaining("isn't a database of this bot"), cause: expect.any(Error) })
  writeFileSync(`${file}.empty`, '')
  expect(refusal(`${file}.empty`)).toMatchObject({ code: 'foreign', message: expect.stringContaining('is empty. Name the database') })
  mkdirSync(`${file}.folder`)
  expect(refusal(`${file}.folder`)).toMatchObject({ code: 'foreign', message: expect.stringContaining('is a folder, not a database.') })
  expect(refusal(`${file}.none`)).toMatchObject({ code: 'cannot-open', message: expect.stringContaining('There is no database') })
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
