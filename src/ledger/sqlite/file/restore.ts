// Replaces a ledger with a backup, and keeps the old ledger beside it.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { LedgerError } from '../../ledger-error.ts'
import { sync } from './backup.ts'
import { lockFile } from './lock-file.ts'
import { verifyLedger, type Verdict } from './verify.ts'

export type Restored = {
  readonly verdict: Verdict
  /** Where the old ledger is now; null if there was none. */
  readonly keptAs: string | null
}

/**
 * Verifies `backup` and makes it the ledger. Nothing changes if the backup has problems or a bot uses the ledger.
 *
 * @param stamp added to the old ledger's name
 * @throws LedgerError with what to do
 */
export function restoreLedger(backup: string, ledgerFile: string, stamp: string): Restored {
  if (resolve(backup) === resolve(ledgerFile)) throw new LedgerError('exists', `${backup} is the database itself. Name a backup of it.`)
  const verdict = verifyLedger(backup)
  if (verdict.problems.length > 0) {
    throw new LedgerError('damaged', `The backup ${backup} is not whole; nothing was changed. Use another one.\n${verdict.problems.join('\n')}`)
  }
  mkdirSync(dirname(ledgerFile), { recursive: true })
  const lock = lockFile(ledgerFile)
  const incoming = `${ledgerFile}.incoming`
  try {
    rmSync(incoming, { force: true })
    copyWhole(backup, incoming)
    const keptAs = existsSync(ledgerFile) ? `${ledgerFile}.before-${stamp}` : null
    if (keptAs !== null) keepAs(ledgerFile, keptAs)
    renameSync(incoming, ledgerFile)
    return { verdict, keptAs }
  } finally {
    rmSync(incoming, { force: true })
    lock.release()
  }
}

function keepAs(ledgerFile: string, keptAs: string): void {
  for (const part of ['', '-wal', '-shm']) if (existsSync(ledgerFile + part)) renameSync(ledgerFile + part, keptAs + part)
}

/** Includes the log beside the backup, which there is if the backup is a ledger that was in use. */
function copyWhole(backup: string, incoming: string): void {
  try {
    const db = new Database(backup, { readonly: true })
    try {
      db.prepare('VACUUM INTO ?').run(incoming)
    } finally {
      db.close()
    }
    sync(incoming)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const sentence = `The backup ${backup} could not be copied (${reason}); nothing was changed.`
    throw new LedgerError('failed', `${sentence} Check that the folder of the database can be written and has space.`, error)
  }
}
