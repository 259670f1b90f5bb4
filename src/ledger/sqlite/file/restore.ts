// Replaces a ledger with a backup, and keeps the old ledger beside it.
import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { LedgerError } from '../../ledger-error.ts'
import { actualPath } from './actual-path.ts'
import { markRestored } from './away.ts'
import { isWhole } from './examine.ts'
import { freeName, hasForeignLog, setLogAside, sizeOf, stampNow } from './foreign-log.ts'
import { lockFile } from './lock-file.ts'
import { makePrivateFile, makePrivateFolder } from './private.ts'
import { namesOfRestores } from './second-name.ts'
import { sync, syncFolder } from './sync.ts'
import { verifyLedger, type Verdict } from './verify.ts'

type Kept = {
  /** Where the old ledger is now; null if there was none. */
  readonly keptAs: string | null
  /** Where its log is now; null if everything is in the old ledger. */
  readonly keptLog: string | null
}

export type Restored = Kept & { readonly verdict: Verdict }

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
    if (isWholeLedger(ledgerFile)) emptyLog(ledgerFile)
    // From here on a start finishes what is left to do.
    renameSync(incoming, nextOf(ledgerFile))
    return { verdict, ...putInPlace(ledgerFile, stamp) }
  } finally {
    rmSync(incoming, { force: true })
    lock.release()
  }
}

/** Finishes a restore that was killed after it had begun to move files. @returns what the operator should know of it */
export function finishRestore(ledgerFile: string): string | undefined {
  if (!isRestoreInterrupted(ledgerFile)) return undefined
  const { keptAs, keptLog } = putInPlace(ledgerFile, stampNow())
  const kept = [keptAs, keptLog].filter((name) => name !== null)
  const where = kept.length === 0 ? '' : ` The old one is kept as ${kept.join(' and ')}.`
  return `A restore of the database ${ledgerFile} was interrupted. The bot finished it and starts with the backup.${where}`
}

export const isRestoreInterrupted = (ledgerFile: string): boolean => existsSync(nextOf(ledgerFile))

/** The name of a complete backup that is about to become the ledger. */
const nextOf = (ledgerFile: string): string => `${ledgerFile}.next`

/**
 * The old ledger and its log get other names before the backup takes the path: beside the backup, SQLite would take the log for its own.
 * Killed in between, it can be done again.
 */
function putInPlace(ledgerFile: string, stamp: string): Kept {
  const name = namesOfRestores(ledgerFile)[0] ?? freeName(`${ledgerFile}.before-${stamp}`)
  // An empty file is nothing to keep, and beside it SQLite would delete the log.
  const keptAs = sizeOf(ledgerFile) > 0 ? name : null
  if (keptAs !== null) linkAs(ledgerFile, keptAs)
  const keptLog = keptAs === null || hasForeignLog(ledgerFile) ? setLogAside(ledgerFile, name) : moveLog(ledgerFile, keptAs)
  renameSync(nextOf(ledgerFile), ledgerFile)
  syncFolder(dirname(ledgerFile))
  return { keptAs, keptLog: keptLog ?? null }
}

/** The log of a ledger that is too damaged to take it up goes where SQLite finds it. */
function moveLog(ledgerFile: string, keptAs: string): string | undefined {
  for (const part of ['-wal', '-shm']) if (existsSync(ledgerFile + part)) renameSync(ledgerFile + part, keptAs + part)
  if (sizeOf(`${keptAs}-wal`) > 0) return `${keptAs}-wal`
  for (const part of ['-wal', '-shm']) rmSync(keptAs + part, { force: true })
  return undefined
}

/** Gives the old ledger a second name, so that there is one at its path all the time. */
function linkAs(ledgerFile: string, keptAs: string): void {
  try {
    if (!existsSync(keptAs)) linkSync(ledgerFile, keptAs)
  } catch {
    // Some file systems know no second names.
    copyFileSync(ledgerFile, keptAs)
    sync(keptAs)
  }
  // It may be from a version that made files for everybody.
  makePrivateFile(keptAs)
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
function emptyLog(ledgerFile: string): void {
  try {
    const db = new Database(ledgerFile, { timeout: 5_000 })
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
