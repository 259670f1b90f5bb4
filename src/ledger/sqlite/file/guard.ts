// Notices, while the bot runs, that its ledger is no longer the file at its path, or no longer its own: whatever it saved from then on
// would be gone at the next start.
import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { Instant } from '../../../core/time.ts'
import { LedgerError } from '../../ledger-error.ts'
import { backup } from './backup.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { Lock } from './lock-file.ts'

/**
 * @returns a function for each beat: undefined if all is well. Otherwise it saves a copy of the ledger, once, has everything else
 * refused until all is well again, and rejects with the LedgerError that says what to do
 */
export function createGuard(db: Database, file: string, lock: Lock, queue: Pick<CommitQueue, 'refuse'>): (now: Instant) => Promise<never> | undefined {
  const opened = identityOf(file)
  let rescued: string | undefined

  async function refuse(problem: 'gone' | 'shared', now: Instant): Promise<never> {
    if (problem === 'gone') rescued ??= await rescue(db, `${file}.rescued-${new Date(now).toISOString().replaceAll(/[:.]/gu, '-')}`)
    const fault = new LedgerError(problem === 'gone' ? 'missing' : 'in-use', sentence(problem, file, rescued))
    queue.refuse(fault)
    throw fault
  }

  return (now) => {
    const problem = identityOf(file) !== opened ? 'gone' : lock.isOurs() ? undefined : 'shared'
    if (problem !== undefined) return refuse(problem, now)
    queue.refuse(undefined)
    rescued = undefined
    return undefined
  }
}

/** A file that takes the place of another has another number. */
function identityOf(file: string): string | undefined {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stat && `${stat.dev}:${stat.ino}`
}

/** @returns the name of the copy; empty if it could not be made */
async function rescue(db: Database, copy: string): Promise<string> {
  return backup(db, copy).then(() => copy, () => '')
}

function sentence(problem: 'gone' | 'shared', file: string, rescued: string | undefined): string {
  if (problem === 'shared') {
    return `Another bot uses the database ${file}: its lock file was removed while this bot was running. This bot doesn't save anything anymore. Stop one of the two.`
  }
  const what = `The database ${file} was removed or replaced while the bot was running, so nothing is saved anymore.`
  if (rescued === undefined || rescued === '') return `${what} Put it back, or stop the bot and restore a backup.`
  return `${what} Everything up to now is in ${rescued}. Stop the bot, run "npm run -s study -- restore ${rescued}", and start it again.`
}
