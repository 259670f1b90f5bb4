// Keeps a second bot off a ledger: two bots on one file would post every question twice.
import { existsSync, statSync, utimesSync } from 'node:fs'
import Database from 'better-sqlite3'
import { LedgerError } from '../../ledger-error.ts'
import { explainError } from './explain-error.ts'
import type { Instant } from '../../../core/time.ts'
import { makePrivateFile } from './private.ts'

export type Lock = {
  /** Whether it still keeps others out. Somebody may have removed its file; then it is locked anew, if nobody else was faster. */
  isOurs(): boolean
  /** The last beat of any ledger that used this lock, whichever file it was; null if there was none. */
  lastBeat(): Instant | null
  /** To be called once a beat is saved: a ledger that knows only earlier ones is an older copy. */
  noteBeat(at: Instant): void
  release(): void
}

/**
 * Uses SQLite to hold a lock of the operating system on an empty file beside the ledger. The lock ends with the process, even a
 * killed one, so there is never a stale lock to remove. Programs that only read the ledger are not kept out.
 */
export function lockFile(file: string): Lock {
  let held = hold(file)
  return {
    isOurs() {
      if (numberOf(file) === held.number) return true
      try {
        const again = hold(file)
        held.db.close()
        held = again
        return true
      } catch {
        return false
      }
    },
    lastBeat: () => statSync(`${file}.lock`, { throwIfNoEntry: false })?.mtimeMs || null,
    noteBeat: (at) => setTime(file, at),
    release() {
      held.db.close()
    },
  }
}

/** Which file it is, whatever its name: one that was made anew has another number. */
function numberOf(file: string): bigint | undefined {
  return statSync(`${file}.lock`, { bigint: true, throwIfNoEntry: false })?.ino
}

function hold(file: string): { readonly db: Database.Database; readonly number: bigint | undefined } {
  const db = openLock(file)
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw explainError(error, file)
    const sentence = `Another running bot uses the database ${file}. Stop that one first, or give this one a file of its own.`
    throw new LedgerError('in-use', sentence, error)
  }
  return { db, number: numberOf(file) }
}

function openLock(file: string): Database.Database {
  const isNew = !existsSync(`${file}.lock`)
  makePrivateFile(`${file}.lock`)
  if (isNew) setTime(file, 0)
  try {
    return new Database(`${file}.lock`, { timeout: 0 })
  } catch (error) {
    throw explainError(error, file)
  }
}

/** The time of the lock's file is that of the last beat. */
function setTime(file: string, at: Instant): void {
  const seconds = at / 1_000
  try {
    utimesSync(`${file}.lock`, seconds, seconds)
  } catch {
    // Without it an older copy is noticed less often.
  }
}
