// What happens to a ledger file that is not as it should be, and how durable one is that is.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { LedgerError } from '../../src/ledger/ledger-error.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { ledgerOn, openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { withoutRoot } from './without-root.ts'
import { ada, monday, worldOf } from './world.ts'

const newFolder = temporaryFolder()

/** What opening fails with; closes what it opens. */
async function refusal(file: string): Promise<LedgerError> {
  try {
    const ledger = await openLedger(file, { busyTimeout: 50 })
    await ledger.close()
  } catch (error) {
    if (error instanceof LedgerError) return error
    throw error
  }
  throw new Error(`${file} was opened`)
}

async function withAnswers(file: string, count = 1): Promise<void> {
  const ledger = await openLedger(file)
  const world = worldOf(ledger)
  await world.setUp()
  const round = await world.post()
  await Promise.all(Array.from({ length: count }, (_, index) => world.answer(round, { ...ada, id: `${ada.id}${index}` }, 'b')))
  await ledger.close()
}

it('makes the file and its folder where there is none, and leaves nothing beside it but its lock', async () => {
  const folder = join(newFolder(), 'var', 'deep')
  await withAnswers(join(folder, 'ledger'))
  expect(existsSync(join(folder, 'ledger'))).toBe(true)
  expect(existsSync(join(folder, 'ledger-wal'))).toBe(false)
})

it('goes on with what is in the file', async () => {
  const file = join(newFolder(), 'ledger')
  await withAnswers(file)
  const ledger = await openLedger(file)
  expect((await worldOf(ledger).board()).people).toBe(1)
  await ledger.close()
})

it('takes an empty file for a new ledger', async () => {
  const file = join(newFolder(), 'ledger')
  writeFileSync(file, '')
  await withAnswers(file)
  expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3')
})

it('syncs every commit to the disk, as the live connection says after writes', async () => {
  const file = join(newFolder(), 'ledger')
  for (let start = 0; start < 2; start++) {
    const opened = openDatabase(file)
    const ledger = ledgerOn(opened)
    const world = worldOf(ledger)
    await world.setUp({ nextAt: monday + start })
    const pragma = (name: string) => opened.db.pragma(name, { simple: true })
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('wal_autocheckpoint')).toBe(10_000)
    expect(pragma('journal_size_limit')).toBe(64 * 1024 * 1024)
    expect(pragma('cache_size')).toBe(-64 * 1024)
    // Half a second at most, so that nobody who presses waits longer for another program.
    expect(pragma('busy_timeout')).toBe(500)
    await ledger.close()
  }
})

it('keeps its salt for good, so that round ids do not change their kind', () => {
  const file = join(newFolder(), 'ledger')
  const salts = ['first', 'second'].map((salt) => {
    const { db, file: opened, salt: kept } = openDatabase(file, { salt })
    db.close()
    opened?.lock.release()
    return kept
  })
  expect(salts).toEqual(['first', 'first'])
})

it('makes a salt of its own for each new ledger', async () => {
  const salts = ['one', 'other'].map(() => {
    const { db, salt } = openDatabase(':memory:')
    db.close()
    return salt
  })
  expect(salts[0]).toMatch(/^[0-9a-f]{32}$/u)
  expect(salts[1]).not.toBe(salts[0])
})

it('holds nothing after a refusal: another file in its place is opened', async () => {
  const file = join(newFolder(), 'ledger')
  writeFileSync(file, 'dear diary\n'.repeat(500))
  await refusal(file)
  rmSync(file)
  await withAnswers(file)
  expect(verifyLedger(file).answers).toBe(1)
})

it('refuses what has the mark of a ledger but another program’s tables, and what has its tables without the mark', async () => {
  const folder = newFolder()
  for (const [name, sql] of [['unmarked', 'PRAGMA application_id = 0'], ['of-others', 'PRAGMA application_id = 7']] as const) {
    await withAnswers(join(folder, name))
    const db = new Database(join(folder, name))
    db.exec(sql)
    db.close()
    expect((await refusal(join(folder, name))).code).toBe('foreign')
  }
  const empty = new Database(join(folder, 'version'))
  empty.pragma('user_version = 3')
  empty.close()
  expect((await refusal(join(folder, 'version'))).code).toBe('foreign')
})

it('refuses a ledger of a newer version and leaves it as it is', async () => {
  const file = join(newFolder(), 'ledger')
  await withAnswers(file)
  const db = new Database(file)
  db.pragma('user_version = 99')
  db.close()
  const before = readFileSync(file)
  const { code, message } = await refusal(file)
  expect(code).toBe('newer')
  expect(message).toContain('newer version of the bot (99;')
  expect(readFileSync(file).equals(before)).toBe(true)
})

it('refuses the database of another program and leaves it as it is', async () => {
  const file = join(newFolder(), 'ledger')
  const db = new Database(file)
  db.exec('CREATE TABLE answers (of_somebody_else TEXT)')
  db.close()
  const before = readFileSync(file)
  const { code, message } = await refusal(file)
  expect(code).toBe('foreign')
  expect(message).toContain('Name another file')
  expect(readFileSync(file).equals(before)).toBe(true)
})

it('refuses a file that is no database', async () => {
  const file = join(newFolder(), 'ledger')
  writeFileSync(file, 'dear diary\n'.repeat(500))
  const { code, cause } = await refusal(file)
  expect(code).toBe('foreign')
  expect(cause).toBeInstanceOf(Error)
})

it.each([
  ['in the middle', 3.5 * 4096, 4096],
  ['in its first page', 100, 2000],
])('refuses a ledger that is damaged %s', async (_where, from, length) => {
  const file = join(newFolder(), 'ledger')
  await withAnswers(file, 300)
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(length, 0xa5), 0, length, from)
  closeSync(handle)
  const { code, message } = await refusal(file)
  expect(code).toBe('damaged')
  expect(message).toContain('latest backup')
})

it('refuses a ledger that was cut off', async () => {
  const file = join(newFolder(), 'ledger')
  await withAnswers(file, 300)
  writeFileSync(file, readFileSync(file).subarray(0, 5 * 4096 + 100))
  expect((await refusal(file)).code).toBe('damaged')
})

it('refuses a second bot on the same file, and lets it in when the first has stopped', async () => {
  const file = join(newFolder(), 'ledger')
  const first = await openLedger(file)
  const { code, message } = await refusal(file)
  expect(code).toBe('in-use')
  expect(message).toContain('Stop that one first')
  await first.close()
  await (await openLedger(file)).close()
})

it('refuses a ledger that another running process has, and not one whose process was killed', async () => {
  const file = join(newFolder(), 'ledger')
  const child = spawn(process.execPath, [join(import.meta.dirname, 'answering-child.ts'), file], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  expect((await refusal(file)).code).toBe('in-use')
  child.kill('SIGKILL')
  await once(child, 'exit')
  await (await openLedger(file)).close()
})

it('says so when another program holds the file', async () => {
  const file = join(newFolder(), 'ledger')
  await withAnswers(file)
  const other = new Database(file)
  other.exec('BEGIN IMMEDIATE')
  const { code, message } = await refusal(file)
  expect(code).toBe('busy')
  expect(message).toContain('Close that program')
  other.close()
})

it('says what to do about a folder that cannot be written', async () => {
  const folder = newFolder()
  const file = join(folder, 'ledger')
  await withAnswers(file)
  chmodSync(folder, 0o555)
  chmodSync(file, 0o444)
  const { code, message } = await withoutRoot(() => refusal(file))
  expect(code).toBe('read-only')
  expect(message).toContain('write access')
  const other = await withoutRoot(() => refusal(join(folder, 'another')))
  expect(other.code).toBe('cannot-open')
  expect(other.message).toContain('can write there')
})

it('says what to do about a file that cannot be written', async () => {
  const folder = newFolder()
  const file = join(folder, 'ledger')
  await withAnswers(file)
  chmodSync(folder, 0o777)
  chmodSync(`${file}.lock`, 0o666)
  chmodSync(file, 0o444)
  expect((await withoutRoot(() => refusal(file))).code).toBe('read-only')
})

it('says so when the path leads nowhere', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'file'), '')
  expect((await refusal(join(folder, 'file', 'ledger'))).code).toBe('cannot-open')
  mkdirSync(join(folder, 'folder'))
  expect((await refusal(join(folder, 'folder'))).code).toBe('cannot-open')
})
