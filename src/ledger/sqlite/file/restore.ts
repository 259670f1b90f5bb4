// Replaces a ledger with a backup, and keeps the old ledger beside it.
import { renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Progress } from '../../../core/progress.ts'
import { LedgerError } from '../../ledger-error.ts'
import { actualPath } from './actual-path.ts'
import { markRestored } from '../../parts/unsure.ts'
import { isWhole } from './examine.ts'
import { hasForeignLog, sizeOf } from './foreign-log.ts'
import { lockFile } from './lock-file.ts'
import { makePrivateFile, makePrivateFolder } from './private.ts'
import { nextOf, putInPlace, type Kept } from './put-in-place.ts'
import { sync } from './sync.ts'
import { verifyLedger, type Verdict } from './verify.ts'

export type Restored = Kept & { readonly verdict: Verdict }

/**
 * Verifies `backup` and makes it the ledger. Nothing changes if the backup has problems or a bot uses the ledger.
 *
 * @param stamp added to the old ledger's name
 * @param busyTimeout how long to wait for another program that reads the old ledger, in milliseconds
 * @throws LedgerError with what to do
 */
export function restoreLedger(backup: string, ledger: string, stamp: string, progress: Progress = () => undefined, busyTimeout = 5_000): Restored {
  const ledgerFile = actualPath(ledger)
  if (actualPath(backup) === ledgerFile) throw new LedgerError('exists', `${backup} is the database itself. Name a backup of it.`)
  const verdict = verifyLedger(backup, progress)
  if (verdict.problems.length > 0) {
    throw new LedgerError('damaged', `The backup ${backup} is damaged or incomplete, so nothing was changed. Use another one.\n${verdict.problems.join('\n')}`)
  }
  makePrivateFolder(dirname(ledgerFile))
  const lock = lockFile(ledgerFile)
  const incoming = `${ledgerFile}.incoming`
  try {
    rmSync(incoming, { force: true })
    progress({ what: `Copying ${backup}`, growing: { file: incoming, bytes: statSync(backup).size } })
    copyWhole(backup, incoming)
    progress({ what: 'Looking at the database that is there' })
    if (isWholeLedger(ledgerFile)) emptyLog(ledgerFile, busyTimeout)
    // From here on a start finishes what is left to do.
    renameSync(incoming, nextOf(ledgerFile))
    return { verdict, ...putInPlace(ledgerFile, stamp) }
  } finally {
    rmSync(incoming, { force: true })
    lock.release()
  }
}

/** Otherwise its log stays as it is, for somebody to look at. */
function isWholeLedger(ledgerFile: string): boolean {
  if (sizeOf(ledgerFile) === 0 || hasForeignLog(ledgerFile)) return false
  try {
    const db = new Database(ledgerFile, { readonly: true })
    try {
      return isWhole(db)
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}

/** Moves the log into the ledger. @throws LedgerError if another program reads it */
function emptyLog(ledgerFile: string, busyTimeout: number): void {
  try {
    const db = new Database(ledgerFile, { timeout: busyTimeout })
    try {
      const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[]
      if (result?.busy === 1) throw new LedgerError('busy', `Another program is reading the database ${ledgerFile}, so nothing was changed. Close that program and try again.`)
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof LedgerError) throw error
  }
}

/** Includes the log beside the backup, which there is if the backup is a ledger that was in use. */
function copyWhole(backup: string, incoming: string): void {
  try {
    makePrivateFile(incoming)
    const db = new Database(backup, { readonly: true })
    try {
      db.prepare('VACUUM INTO ?').run(incoming)
    } finally {
      db.close()
    }
    const restored = new Database(incoming)
    try {
      markRestored(restored)
    } finally {
      restored.close()
    }
    sync(incoming)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const sentence = `The backup ${backup} could not be copied (${reason}), so nothing was changed.`
    throw new LedgerError('failed', `${sentence} Check that the database’s folder is writable and has space.`, error)
  }
}
