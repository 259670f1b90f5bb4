// What an operator reads where SQLite fails: what happened, and what to do.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { explainError } from '../../src/ledger/sqlite/file/explain-error.ts'
import { temporaryFolder } from './temporary-folder.ts'

const newFolder = temporaryFolder()
const fault = (code: string) => new Database.SqliteError('what SQLite says', code)

// https://www.sqlite.org/rescode.html
it.each([
  ['SQLITE_NOTADB', 'foreign', "isn't a database of this bot. Name another file"],
  ['SQLITE_CORRUPT_VTAB', 'damaged', 'is damaged (what SQLite says). Stop the bot'],
  ['SQLITE_READONLY_DBMOVED', 'read-only', 'write access to the file'],
  ['SQLITE_PERM', 'read-only', 'write access to the file'],
  ['SQLITE_FULL', 'full', 'Free some space'],
  ['SQLITE_BUSY_SNAPSHOT', 'busy', 'Close that program'],
  ['SQLITE_LOCKED_SHAREDCACHE', 'busy', 'Close that program'],
  ['SQLITE_CANTOPEN_ISDIR', 'cannot-open', 'Check that its folder exists'],
  ['SQLITE_IOERR_WRITE', 'failed', 'failed (what SQLite says), so this change was not saved'],
])('%s is told as "%s", with what to do', (code, kind, words) => {
  const error = fault(code)
  const explained = explainError(error, '/nowhere/ledger')
  expect(explained).toMatchObject({ name: 'LedgerError', code: kind, cause: error, message: expect.stringContaining(words) })
  expect(explained).toMatchObject({ message: expect.stringContaining('/nowhere/ledger') })
})

it('a file that is there and cannot be opened lacks rights, and a folder in its place is no such file', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'ledger'), '')
  mkdirSync(join(folder, 'folder'))
  expect(explainError(fault('SQLITE_CANTOPEN'), join(folder, 'ledger'))).toMatchObject({ code: 'read-only' })
  expect(explainError(fault('SQLITE_CANTOPEN'), join(folder, 'folder'))).toMatchObject({ code: 'cannot-open' })
  expect(explainError(fault('SQLITE_FULL'), join(folder, 'ledger'))).toMatchObject({ code: 'full' })
})

it('a fault of the program itself is handed on as it is', () => {
  const error = new TypeError('a fault')
  expect(explainError(error, 'ledger')).toBe(error)
})
