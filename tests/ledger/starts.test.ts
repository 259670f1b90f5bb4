// What a start makes of the files that it finds: what it refuses and leaves as it is, and what it starts with and tells the operator.
import { chmodSync, copyFileSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import { LedgerError } from '../../src/ledger/ledger-error.ts'
import { readMigrations } from '../../src/ledger/sqlite/file/migrate.ts'
import { openDatabase, type OpenOptions } from '../../src/ledger/sqlite/file/open-database.ts'
import { makePrivateFile } from '../../src/ledger/sqlite/file/private.ts'
import { ledgerOn } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { ada, ben, day, monday, worldOf } from './world.ts'

const newFolder = temporaryFolder()
const templates = mkdtempSync(join(tmpdir(), 'studyhall-test-'))
afterAll(() => rmSync(templates, { recursive: true }))
/** Before anything happened, in the middle, and as a killed process leaves it: its log has only what was written after the middle. */
const [empty, middle, killed, closed] = ['empty', 'middle', 'killed', 'closed'].map((name) => join(templates, name)) as [string, string, string, string]
await live()

async function live(): Promise<void> {
  const file = join(templates, 'live')
  const ledger = ledgerOn(openDatabase(file, { salt: 'salt' }))
  const world = worldOf(ledger)
  copyFileSync(file, empty)
  await world.setUp()
  await ledger.upkeep.checkpoint(true)
  copyFileSync(file, middle)
  const round = await world.post()
  await world.answer(round, ada, 'b')
  await ledger.upkeep.checkpoint(true)
  await world.answer(round, ben, 'b')
  for (const part of ['', '-wal']) copyFileSync(file + part, killed + part)
  await ledger.close()
  copyFileSync(file, closed)
}

/** A folder with these files. */
function folderWith(files: Readonly<Record<string, string>> = { db: closed }): string {
  const folder = newFolder()
  for (const [name, from] of Object.entries(files)) copyFileSync(from, join(folder, name))
  return folder
}

/** Starts and stops. What the operator is told, and what is in the database. */
function start(file: string, options: OpenOptions = {}): { readonly told: readonly string[]; readonly answers: number } {
  const told: string[] = []
  const { db, file: opened } = openDatabase(file, { warn: (sentences) => told.push(sentences), ...options })
  const answers = Number(db.prepare('SELECT count(*) FROM answers').pluck().get())
  db.close()
  opened?.lock.release()
  return { told, answers }
}

function refusal(file: string, options: OpenOptions = {}): Pick<LedgerError, 'code' | 'message'> {
  try {
    start(file, options)
  } catch (error) {
    if (error instanceof LedgerError) return error
    throw error
  }
  throw new Error('it was opened')
}

function change(file: string, sql: string): void {
  const db = new Database(file)
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
  db.close()
}

it('a database as a bot leaves it is opened without a word', () => {
  expect(start(join(folderWith(), 'db'))).toEqual({ told: [], answers: 2 })
})

it('a folder that can’t be made is told, with what to do', () => {
  const file = join(folderWith({ file: closed }), 'file', 'folder', 'db')
  expect(refusal(file)).toMatchObject({ code: 'cannot-open', message: `The folder of the database ${file} can’t be created. Create it, or name another file.` })
})

it('a database with a second name is refused', () => {
  const folder = folderWith()
  linkSync(join(folder, 'db'), join(folder, 'other'))
  expect(refusal(join(folder, 'db'))).toMatchObject({ code: 'in-use', message: expect.stringContaining('has a second name') })
})

it('a database is for the bot’s own user alone, a new one as well as one that an older version left open to all', () => {
  const folder = folderWith()
  chmodSync(join(folder, 'db'), 0o644)
  for (const name of ['db', 'new']) {
    start(join(folder, name))
    expect((statSync(join(folder, name)).mode & 0o777).toString(8)).toBe('600')
  }
})

it('a folder in the place of a database keeps its rights', () => {
  const folder = join(newFolder(), 'db')
  mkdirSync(folder)
  chmodSync(folder, 0o755)
  makePrivateFile(folder)
  expect((statSync(folder).mode & 0o777).toString(8)).toBe('755')
})

it('what was rescued from after the last write, or of a database that is gone, is to be restored first', () => {
  const copy = 'db.rescued-2020-01-01T10-00-00-000Z'
  const restoreIt = (folder: string) => ({ code: 'missing', message: expect.stringContaining(`Run "npm run -s study -- restore ${join(folder, copy)}" and start the bot.`) })
  const gone = folderWith({ [copy]: closed })
  expect(refusal(join(gone, 'db'))).toMatchObject(restoreIt(gone))
  expect(readdirSync(gone)).toEqual([copy])
  const older = folderWith({ db: closed, [copy]: closed })
  change(join(older, 'db'), `INSERT OR REPLACE INTO meta VALUES ('beat_at', '${monday}')`)
  change(join(older, copy), `INSERT OR REPLACE INTO meta VALUES ('beat_at', '${monday + day}')`)
  expect(refusal(join(older, 'db'))).toMatchObject(restoreIt(older))
})

it('where something is unusual and the bot starts all the same, the operator is told once it is open', () => {
  const gone = folderWith({})
  expect(start(join(gone, 'db'))).toMatchObject({ told: [expect.stringContaining('There is no database')], answers: 0 })

  const foreign = folderWith({ 'db': closed, 'db-wal': `${killed}-wal` })
  change(join(foreign, 'db'), 'PRAGMA journal_mode = DELETE')
  copyFileSync(`${killed}-wal`, join(foreign, 'db-wal'))
  expect(start(join(foreign, 'db'))).toMatchObject({ told: [expect.stringContaining('belonged to another database')], answers: 2 })

  const interrupted = folderWith({ 'db': closed, 'db.next': middle })
  expect(start(join(interrupted, 'db'))).toMatchObject({ told: [expect.stringContaining('was interrupted. The bot finished it')], answers: 0 })

  const copied = folderWith({ db: empty })
  expect(start(join(copied, 'db'))).toMatchObject({ told: [expect.stringContaining('copied without its -wal')], answers: 0 })

  const older = folderWith()
  change(join(older, 'db'), `INSERT OR REPLACE INTO meta VALUES ('beat_at', '${monday}')`)
  writeFileSync(join(older, 'db.lock'), '')
  expect(start(join(older, 'db'))).toMatchObject({ told: [expect.stringContaining('is an older copy of the one that the bot used here last')], answers: 2 })
})

it('nobody has to listen', () => {
  const copied = folderWith({ db: empty })
  expect(start(join(copied, 'db'), { warn: undefined as never }).answers).toBe(0)
  const older = folderWith()
  change(join(older, 'db'), `INSERT OR REPLACE INTO meta VALUES ('beat_at', '${monday}')`)
  writeFileSync(join(older, 'db.lock'), '')
  expect(start(join(older, 'db'), { warn: undefined as never }).answers).toBe(2)
  expect(start(join(folderWith({}), 'db'), { warn: undefined as never }).answers).toBe(0)
})

it('an empty database with another program’s mark is left alone', () => {
  const file = join(folderWith({}), 'db')
  change(file, 'PRAGMA application_id = 7')
  const before = readFileSync(file)
  expect(refusal(file)).toMatchObject({ code: 'foreign', message: `The file ${file} isn't a database of this bot. Name another file. If it doesn't exist, the bot creates it.` })
  expect(readFileSync(file).equals(before)).toBe(true)
})

it('a killed bot’s database is taken up with its log, and not where its file is an older one', () => {
  expect(start(join(folderWith({ 'db': killed, 'db-wal': `${killed}-wal` }), 'db'))).toEqual({ told: [], answers: 2 })
  const older = folderWith({ 'db': middle, 'db-wal': `${killed}-wal` })
  expect(refusal(join(older, 'db'))).toMatchObject({ code: 'damaged', message: expect.stringContaining('is damaged (the file and its log don’t fit together). Stop the bot, restore the latest backup') })
})

it('references are checked at a start only where there was a log: all of a large database takes long', () => {
  const folder = folderWith()
  change(join(folder, 'db'), 'DELETE FROM people')
  expect(start(join(folder, 'db'))).toEqual({ told: [], answers: 2 })
})

it('what is deleted is gone from the file', () => {
  const file = join(newFolder(), 'db')
  const secret = 'what nobody may read again'
  const { db, file: opened } = openDatabase(file)
  const isInFile = () => {
    db.pragma('wal_checkpoint(TRUNCATE)')
    return readFileSync(file).includes(secret)
  }
  db.prepare('INSERT INTO meta VALUES (?, ?)').run('secret', secret)
  expect(isInFile()).toBe(true)
  db.exec(`DELETE FROM meta WHERE name = 'secret'`)
  expect(isInFile()).toBe(false)
  db.close()
  opened?.lock.release()
})

it('a database that can’t be brought up to date stays as it was, and the reason is told', () => {
  const migrations = readMigrations()
  const failing = { version: migrations.length + 1, sql: 'DROP TABLE votes; INSERT INTO nowhere VALUES (1)' }
  const full = { version: migrations.length + 1, sql: 'PRAGMA max_page_count = 80; CREATE TABLE big (a TEXT) STRICT; INSERT INTO big SELECT hex(randomblob(900000))' }
  const file = join(folderWith(), 'db')
  expect(refusal(file, { migrations: [...migrations, failing] })).toMatchObject({
    code: 'failed',
    message: `The database ${file} could not be brought up to date, and is as it was before (SqliteError: no such table: nowhere). Start the version of the bot that used it last, and report this.`,
  })
  expect(refusal(file, { migrations: [...migrations, full] })).toMatchObject({ code: 'full', message: expect.stringContaining('is full') })
  expect(start(file).answers).toBe(2)
})

it('a fault that isn’t SQLite’s is told as well', () => {
  const migrations = readMigrations()
  const unreadable = { version: migrations.length + 1, get sql(): string { throw new Error('the disk is gone') } }
  expect(refusal(join(folderWith(), 'db'), { migrations: [...migrations, unreadable] })).toMatchObject({ code: 'failed', message: expect.stringContaining('(Error: the disk is gone). Start the version') })
})
