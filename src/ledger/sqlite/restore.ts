// Puts a backup in the place of a ledger; the old one is kept beside it.
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { LedgerError } from '../ledger-error.ts'
import { lockFile } from './lock-file.ts'
import { verifyLedger, type Verdict } from './verify.ts'

export type Restored = { readonly verdict: Verdict; /** Where the old ledger is now; null where there was none. */ readonly keptAs: string | null }

/**
 * Verifies `backup` and makes it the ledger. Nothing changes where the backup is not whole, or while a bot uses the ledger.
 *
 * @param stamp ends the name under which the old ledger is kept
 * @throws LedgerError with what to do
 */
export function restoreLedger(backup: string, ledgerFile: string, stamp: string): Restored {
  const verdict = verifyLedger(backup)
  if (verdict.problems.length > 0) {
    throw new LedgerError('damaged', `The backup ${backup} is not whole; nothing was changed. Use another one.\n${verdict.problems.join('\n')}`)
  }
  mkdirSync(dirname(ledgerFile), { recursive: true })
  const lock = lockFile(ledgerFile)
  try {
    const incoming = `${ledgerFile}.incoming`
    rmSync(incoming, { force: true })
    copyFileSync(backup, incoming)
    const keptAs = existsSync(ledgerFile) ? `${ledgerFile}.before-${stamp}` : null
    if (keptAs !== null) for (const part of ['', '-wal', '-shm']) if (existsSync(ledgerFile + part)) renameSync(ledgerFile + part, keptAs + part)
    renameSync(incoming, ledgerFile)
    return { verdict, keptAs }
  } finally {
    lock.release()
  }
}
