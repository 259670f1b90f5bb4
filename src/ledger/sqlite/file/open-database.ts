// Opens the file of a ledger, or says why it cannot and what to do.
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Instant } from '../../../core/time.ts'
import { LedgerError } from '../../ledger-error.ts'
import { isOlderThan, unsureAtStart } from '../../parts/unsure.ts'
import type { Unsure } from '../../upkeep.ts'
import { actualPath } from './actual-path.ts'
import { emptiedCopy } from './emptied.ts'
import { isWhole } from './examine.ts'
import { damagedFile, explainError, foreignFile } from './explain-error.ts'
import { setForeignLogAside, sizeOf } from './foreign-log.ts'
import { lockFile, type Lock } from './lock-file.ts'
import { migrate, readMigrations, versionOf, wholeSchema, type Migration } from './migrate.ts'
import { missingFile } from './missing.ts'
import { makePrivateFile, makePrivateFolder } from './private.ts'
import { finishRestore, isRestoreInterrupted } from './put-in-place.ts'
import { refuseBeforeRescued, refuseOlderThanRescued } from './rescued-first.ts'
import { refuseSecondName } from './second-name.ts'

export type OpenDatabase = {
  readonly unsure: Unsure
  readonly db: Database.Database
  readonly salt: string
  /** Null for a ledger in memory. */
  readonly file: { readonly path: string; readonly lock: Lock } | null
}

export type OpenOptions = {
  /** Makes round ids differ from those of any other ledger. Saved when the file is made, ignored later; random if absent. */
  readonly salt?: string
  /** How long to wait at the start for another program that holds the file, in milliseconds. */
  readonly busyTimeout?: number
  /** The machine's clock if absent. */
  readonly now?: Instant
  /** By default those that come with the bot. */
  readonly migrations?: readonly Migration[]
  /** Hears what the operator should know of a file that is opened all the same, in sentences. */
  readonly warn?: (sentences: string) => void
}

/** How long to wait while the bot runs, in milliseconds: it blocks everything else, and people wait for an answer to their press. */
export const longestWait = 500
/** Set by the first migration. */
const applicationId = 0x53545544
/** 64 MB: a ledger up to this size is checked at every start, at about 4 ms per MB; a larger one only by `study -- verify`. */
const checkedPages = 16_384
/** 40 MB: pages in the write-ahead log before they are moved to the file. */
const checkpointPages = 10_000
/** In kB, used only as a ledger grows. Reading one page from the file costs more than everything else a board needs. */
const pageCache = 65_536

export function openDatabase(name: string, options: OpenOptions = {}): OpenDatabase {
  if (name === ':memory:') return { ...opened(name, options, null), file: null }
  const path = actualPath(name)
  try {
    makePrivateFolder(dirname(path))
  } catch (cause) {
    throw new LedgerError('cannot-open', `The folder of the database ${path} can’t be created. Create it, or name another file.`, cause)
  }
  const missing = isRestoreInterrupted(path) ? undefined : noteMissing(path)
  const lock = lockFile(path)
  try {
    const notes = [finishRestore(path), setForeignLogAside(path), missing].filter((note) => note !== undefined)
    refuseSecondName(path)
    makePrivateFile(path)
    refuseOlderThanRescued(path)
    const ledger = opened(path, options, lock.lastBeat())
    for (const note of notes) options.warn?.(note)
    return { ...ledger, file: { path, lock } }
  } catch (error) {
    lock.release()
    throw explainError(error, path)
  }
}

function noteMissing(path: string): string | undefined {
  refuseBeforeRescued(path)
  return missingFile(path)
}

function opened(file: string, options: OpenOptions, beatHere: Instant | null): Omit<OpenDatabase, 'file'> {
  // Of a bot that was killed.
  const hasLog = sizeOf(`${file}-wal`) > 0
  const db = new Database(file, { timeout: options.busyTimeout ?? 5_000 })
  try {
    const migrations = options.migrations ?? readMigrations()
    checkFile(db, { file, newest: migrations.length, hasLog })
    const emptied = emptiedCopy(db, file, Date.now())
    if (emptied !== undefined) options.warn?.(`${emptied} The bot starts with it as if it were new.`)
    configure(db)
    bringUpToDate(db, file, options.migrations === undefined && versionOf(db) === 0 ? [wholeSchema(migrations.length)] : migrations)
    const salt = firstWrite(db, options.salt)
    if (isOlderThan(beatHere, db)) options.warn?.(olderCopy(file))
    const unsure = db.transaction(() => unsureAtStart(db, { now: options.now ?? Date.now(), beatHere })).immediate()
    assertDurable(db)
    db.pragma(`busy_timeout = ${longestWait}`)
    return { db, salt, unsure }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Runs before anything is written, so a file that is not ours stays as it is. */
function checkFile(db: Database.Database, { file, newest, hasLog }: { readonly file: string; readonly newest: number; readonly hasLog: boolean }): void {
  const number = (pragma: string) => Number(db.pragma(pragma, { simple: true }))
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
  const known = number('application_id')
  const fresh = tables === 0 && known === 0 && versionOf(db) === 0
  if (!fresh && known !== applicationId) throw new LedgerError('foreign', foreignFile(file))
  if (versionOf(db) > newest) {
    const sentence = `The database ${file} was written by a newer version of the bot (${versionOf(db)}; this one knows ${newest}).`
    throw new LedgerError('newer', `${sentence} Start the newer version, or go back to a backup made before the change.`)
  }
  if (number('page_count') <= checkedPages) {
    const verdict = String(db.pragma('quick_check(1)', { simple: true }))
    if (verdict !== 'ok') throw new LedgerError('damaged', damagedFile(file, verdict))
    if (hasLog && !isWhole(db)) throw new LedgerError('damaged', damagedFile(file, 'the file and its log don’t fit together'))
  }
}

/** `synchronous` must come after `journal_mode`: better-sqlite3 is built to fall back to NORMAL when WAL mode is set. */
function configure(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  // What is deleted is overwritten, so that nothing of a forgotten person is left: https://www.sqlite.org/pragma.html#pragma_secure_delete
  db.pragma('secure_delete = ON')
  db.pragma(`wal_autocheckpoint = ${checkpointPages}`)
  db.pragma('journal_size_limit = 67108864')
  db.pragma(`cache_size = -${pageCache}`)
}

function bringUpToDate(db: Database.Database, file: string, migrations: readonly Migration[]): void {
  try {
    migrate(db, migrations)
  } catch (error) {
    const explained = explainError(error, file)
    if (explained instanceof LedgerError && explained.code !== 'failed') throw explained
    const sentence = `The database ${file} could not be brought up to date, and is as it was before (${String(error)}).`
    throw new LedgerError('failed', `${sentence} Start the version of the bot that used it last, and report this.`, error)
  }
}

const olderCopy = (file: string) =>
  `The database ${file} is an older copy of the one that the bot used here last, so answers since then aren't in it. What may have been posted since isn't posted again.`

/** Finds out at the start, instead of at the first answer, whether the file can be written. */
function firstWrite(db: Database.Database, salt: string | undefined): string {
  return db
    .transaction(() => {
      db.prepare(`INSERT INTO meta VALUES ('salt', coalesce(?, lower(hex(randomblob(16))))) ON CONFLICT DO NOTHING`).run(salt)
      db.prepare(`INSERT INTO meta VALUES ('opened_at', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`).run(String(Date.now()))
      return String(db.prepare(`SELECT value FROM meta WHERE name = 'salt'`).pluck().get())
    })
    .immediate()
}

/** Confirmed answers survive a power cut only with FULL (2). The mode belongs to the connection, so it is read after a write. */
function assertDurable(db: Database.Database): void {
  const mode = Number(db.pragma('synchronous', { simple: true }))
  if (mode < 2) throw new LedgerError('failed', `The database would lose answers in a power outage (synchronous is ${mode}, not FULL).`)
}
