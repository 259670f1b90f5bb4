// Notices, while the bot runs, that its ledger is no longer the file at its path, no longer whole, or no longer its own: whatever it
// saved from then on would be gone at the next start.
import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { Instant } from '../../../core/time.ts'
import { LedgerError, type LedgerFault } from '../../ledger-error.ts'
import { backup } from './backup.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { Lock } from './lock-file.ts'
import type { OwnWrites } from './own-writes.ts'

type Guarded = { readonly db: Database; readonly file: string; readonly lock: Lock; readonly ownWrites: OwnWrites; readonly queue: Pick<CommitQueue, 'refuse'> }
/** @param lastBeat that this bot saved */
export type Guard = (now: Instant, lastBeat: Instant | null) => Promise<void>
type Problem = 'gone' | 'overwritten' | 'shared'

/**
 * @returns a function for each beat, which does nothing if all is well. Otherwise it has everything refused until all is well again, and
 * rejects with the LedgerError that says what to do. Of a file that is gone it saves a copy first, once
 */
export function createGuard({ db, file, lock, ownWrites, queue }: Guarded): Guard {
  const opened = identityOf(file)
  let rescued: string | undefined

  async function find(lastBeat: Instant | null): Promise<Problem | undefined> {
    if (identityOf(file) !== opened) return 'gone'
    if (!lock.isOurs()) return 'shared'
    return (await ownWrites.overwritten(lastBeat)) ? 'overwritten' : undefined
  }

  return async (now, lastBeat) => {
    const problem = await find(lastBeat)
    if (problem === 'gone') rescued ??= await rescue(db, `${file}.rescued-${new Date(now).toISOString().replaceAll(/[:.]/gu, '-')}`)
    else rescued = undefined
    const fault = problem === undefined ? undefined : new LedgerError(faults[problem], sentence(problem, file, rescued))
    queue.refuse(fault)
    if (fault !== undefined) throw fault
  }
}

const faults: Readonly<Record<Problem, LedgerFault>> = { gone: 'missing', overwritten: 'damaged', shared: 'in-use' }

/** Of the file and of its log, which lasts as long as the connection: what takes the place of either has another number. */
const identityOf = (file: string): string => [file, `${file}-wal`].map(numberOf).join(' ')

function numberOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stat === undefined ? 'none' : `${stat.dev}:${stat.ino}`
}

/** @returns the name of the copy; empty if it could not be made */
async function rescue(db: Database, copy: string): Promise<string> {
  return backup(db, copy).then(() => copy, () => '')
}

function sentence(problem: Problem, file: string, rescued: string | undefined): string {
  if (problem === 'shared') {
    return `Another bot uses the database ${file}: its lock file was removed while this bot was running. This bot doesn't save anything anymore. Stop one of the two.`
  }
  if (problem === 'overwritten') {
    return `Something other than the bot wrote into the database ${file} while the bot was running, so nothing is saved anymore. Stop the bot, restore a backup with "npm run -s study -- restore FILE", and start it again.`
  }
  const what = `The database ${file}, or its log ${file}-wal, was removed or replaced while the bot was running, so nothing is saved anymore.`
  if (rescued === undefined || rescued === '') return `${what} Put it back, or stop the bot and restore a backup.`
  return `${what} Everything up to now is in ${rescued}. Stop the bot, run "npm run -s study -- restore ${rescued}", and start it again.`
}
