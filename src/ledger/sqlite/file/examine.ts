// Looks through the files of a ledger that is in use, after somebody else may have written into them: copied a backup over them, emptied
// or cut them, or edited them.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { hasForeignLog } from './foreign-log.ts'
import { goesBack, type LogIndex } from './log-index.ts'
import { logHolds } from './log-holds.ts'

/** What a ledger is recognized by: which one it is, and the last start and the last beat that it knows of. */
export type Signs = { readonly salt: string | undefined; readonly openedAt: string | undefined; readonly beatAt: string | undefined }

export type Examination = {
  readonly file: string
  /** What SQLite's index of the log says now, and what it said after the bot's last write. */
  readonly index: { readonly now: LogIndex | undefined; readonly before: LogIndex | undefined }
}

/** `whole`: its tables, indexes and references fit together. */
export type Found = Signs & { readonly whole: boolean }

/** `cannot-tell`: the files couldn't be read just now. */
export type Examined = Found | 'log-overwritten' | 'index-overwritten' | 'no-ledger' | 'cannot-tell'

export function signsOf(db: Database.Database): Signs {
  const value = db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck()
  return { salt: value.get('salt'), openedAt: value.get('opened_at'), beatAt: value.get('beat_at') }
}

/** Whether tables, indexes and references fit together. */
export const isWhole = (db: Database.Database): boolean =>
  db.pragma('integrity_check(1)', { simple: true }) === 'ok' && (db.pragma('foreign_key_check') as unknown[]).length === 0

/** Reads all of it. An older copy of a database under a newer log has the signs of the log, but its indexes and references don't fit. */
export function examine({ file, index: { now, before } }: Examination): Examined {
  try {
    // Before SQLite is asked: it believes the index.
    const log = `${file}-wal`
    if (now !== undefined) {
      const isBack = before !== undefined && goesBack(now, before)
      if (isBack || !logHolds(log, now)) return before !== undefined && logHolds(log, before) ? 'index-overwritten' : 'log-overwritten'
    }
    return hasForeignLog(file) ? 'no-ledger' : readFile(file)
  } catch (error) {
    // SQLITE_ERROR: a table that a ledger has is missing. https://www.sqlite.org/rescode.html
    return error instanceof Database.SqliteError && /^SQLITE_(?:NOTADB|CORRUPT|ERROR)/u.test(error.code) ? 'no-ledger' : 'cannot-tell'
  }
}

function readFile(file: string): Found {
  const db = new Database(file, { readonly: true })
  try {
    return { ...signsOf(db), whole: isWhole(db) }
  } finally {
    db.close()
  }
}

/** While the bot goes on reading. */
export async function examineInThread(examination: Examination): Promise<Examined> {
  const thread = new Worker(new URL('./examine-thread.ts', import.meta.url), { workerData: examination })
  const [examined] = (await once(thread, 'message').catch(() => ['cannot-tell'])) as [Examined]
  return examined
}
