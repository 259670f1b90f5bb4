// A copy of a ledger that was made without its log looks new, and is told from one that is.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { emptiedCopy } from '../../src/ledger/sqlite/file/emptied.ts'
import { hour } from '../../src/core/time.ts'
import { temporaryFolder } from './temporary-folder.ts'

const newFolder = temporaryFolder()
const tables = 'CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT); CREATE TABLE quizzes (id); CREATE TABLE rounds (id); CREATE TABLE people (id); PRAGMA user_version = 1;'
const openedAt = (at: number): string => `INSERT INTO meta VALUES ('opened_at', '${at}');`
const now = 1_800_000_000_000

function database(sql: string, file = ':memory:'): Database.Database {
  const db = new Database(file)
  onTestFinished(() => void db.close())
  db.pragma('synchronous = OFF')
  db.exec(sql)
  return db
}

it('a copy of which only the first page was in the file says what it is and how to copy', () => {
  const folder = newFolder()
  database('PRAGMA journal_mode = WAL; CREATE TABLE meta (name, value)', join(folder, 'db'))
  copyFileSync(join(folder, 'db'), join(folder, 'copy'))
  expect(emptiedCopy(database('', join(folder, 'copy')), '/data/db', now)).toBe(
    `The database /data/db isn't new, but there's nothing in it. Perhaps it was copied without its -wal, the file /data/db-wal next to it. Copy a database with "npm run -s study -- backup FILE", which copies everything.`,
  )
})

it.each<[string, string, boolean]>([
  ['nothing in it', '', false],
  ['nothing left in it by another program', 'CREATE TABLE notes (text); DROP TABLE notes', false],
  ['the tables of another program', 'CREATE TABLE quizzes (id)', false],
  ['no quiz long after it was opened', tables + openedAt(now - hour - 1), true],
  ['no quiz an hour after it was opened', tables + openedAt(now - hour), false],
  ['no quiz and no start that was noted', tables, true],
  ['a quiz', `${tables}${openedAt(1)} INSERT INTO quizzes VALUES (1)`, false],
  ['a question', `${tables}${openedAt(1)} INSERT INTO rounds VALUES (1)`, false],
  ['somebody who answered', `${tables}${openedAt(1)} INSERT INTO people VALUES (1)`, false],
])('a database with %s looks emptied or not', (_, sql, looksEmptied) => {
  expect(emptiedCopy(database(sql, join(newFolder(), 'db')), '/data/db', now) !== undefined).toBe(looksEmptied)
})

it('a ledger in memory is new', () => {
  expect(emptiedCopy(database(''), ':memory:', now)).toBeUndefined()
})
