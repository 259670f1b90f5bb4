// A backup takes the place of a ledger: the old files get other names first. A start finishes what was cut short.
import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { freeName, hasForeignLog, setLogAside, sizeOf, stampNow } from './foreign-log.ts'
import { makePrivateFile } from './private.ts'
import { namesOfRestores } from './second-name.ts'
import { sync, syncFolder } from './sync.ts'

export type Kept = {
  /** Where the old ledger is now; null if there was none. */
  readonly keptAs: string | null
  /** Where its log is now; null if everything is in the old ledger. */
  readonly keptLog: string | null
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
export const nextOf = (ledgerFile: string): string => `${ledgerFile}.next`

/**
 * The old ledger and its log get other names before the backup takes the path: beside the backup, SQLite would take the log for its own.
 * Killed in between, it can be done again.
 */
export function putInPlace(ledgerFile: string, stamp: string): Kept {
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
