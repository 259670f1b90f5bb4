// Replaces a ledger with a backup, and keeps the old ledger beside it.
import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { LedgerError } from '../../ledger-error.ts'
import { actualPath } from './actual-path.ts'
import { markRestored } from './away.ts'
import { sync, syncFolder } from './backup.ts'
import { lockFile } from './lock-file.ts'
import { makePrivateFile, makePrivateFolder } from './private.ts'
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
export function restoreLedger(backup: string, ledger: string, stamp: string): Restored {
  const ledgerFile = actualPath(ledger)
  if (actualPath(backup) === ledgerFile) throw new LedgerError('exists', `${backup} is the database itself. Name a backup of it.`)
  const verdict = verifyLedger(backup)
  if (verdict.problems.length > 0) {
    throw new LedgerError('damaged', `The backup ${backup} is damaged or incomplete, so nothing was changed. Use another one.\n${verdict.problems.join('\n')}`)
  }
  makePrivateFolder(dirname(ledgerFile))
  const lock = lockFile(ledgerFile)
  const incoming = `${ledgerFile}.incoming`
  try {
    rmSync(incoming, { force: true })
    copyWhole(backup, incoming)
    const keptAs = existsSync(ledgerFile) ? freeName(`${ledgerFile}.before-${stamp}`) : null
    if (keptAs !== null) keepAs(ledgerFile, keptAs)
    // At each moment there is one whole ledger at the path: the old one until here, the backup from here on.
    renameSync(incoming, ledgerFile)
    syncFolder(dirname(ledgerFile))
    return { verdict, keptAs }
  } finally {
    rmSync(incoming, { force: true })
    lock.release()
  }
}

/** The name, or with a number behind it if a restore of the same second has taken it. */
function freeName(name: string, number = 1): string {
  const each = number === 1 ? name : `${name}-${number}`
  return existsSync(each) ? freeName(name, number + 1) : each
}

/** Gives the old ledger a second name. Its log goes into it first: beside the new one, SQLite would take it for its own. */
function keepAs(ledgerFile: string, keptAs: string): void {
  if (!emptyLog(ledgerFile)) {
    for (const part of ['-wal', '-shm']) if (existsSync(ledgerFile + part)) renameSync(ledgerFile + part, keptAs + part)
  }
  try {
    linkSync(ledgerFile, keptAs)
  } catch {
    // Some file systems know no second names.
    copyFileSync(ledgerFile, keptAs)
    sync(keptAs)
  }
  // It may be from a version that made files for everybody.
  makePrivateFile(keptAs)
}

/** @returns false for a ledger that is too damaged for that @throws LedgerError if another program reads it */
function emptyLog(ledgerFile: string): boolean {
  try {
    const db = new Database(ledgerFile, { timeout: 5_000 })
    try {
      const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[]
      if (result?.busy === 1) throw new LedgerError('busy', `Another program is reading the database ${ledgerFile}, so nothing was changed. Close that program and try again.`)
    } finally {
      db.close()
    }
    return !existsSync(`${ledgerFile}-wal`)
  } catch (error) {
    if (error instanceof LedgerError) throw error
    return false
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
