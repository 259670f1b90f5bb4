// What to tell the operator about a ledger whose files were changed under the running bot.
import type { LedgerFault } from '../../ledger-error.ts'
import type { Rescue } from './rescue.ts'

/** `log-gone`: the log or its index. */
export type Problem = 'gone' | 'log-gone' | 'overwritten' | 'log-overwritten' | 'index-overwritten' | 'shared'

export const faults: Readonly<Record<Problem, LedgerFault>> = {
  gone: 'missing',
  'log-gone': 'missing',
  overwritten: 'damaged',
  'log-overwritten': 'damaged',
  'index-overwritten': 'damaged',
  shared: 'in-use',
}

export type Told = {
  readonly problem: Problem
  readonly file: string
  /** `running`: being made. Undefined where none is needed. */
  readonly rescued: Rescue | 'running' | undefined
  /** Where the log is that belonged to the file that was replaced. */
  readonly logAside: string | undefined
  readonly isEnd: boolean
}

export function sentence(told: Told): string {
  const aside = told.logAside === undefined ? '' : ` The log of the old file is kept as ${told.logAside}.`
  return `${happened(told)} ${remedy(told)}${aside}`
}

function happened({ problem, file }: Told): string {
  switch (problem) {
    case 'shared':
      return `Another bot uses the database ${file}: its lock file was removed while this bot was running. This bot doesn't save anything anymore.`
    case 'gone':
      return `The database ${file} was removed or replaced while the bot was running, so nothing is saved anymore.`
    case 'log-gone':
      return `The log of the database, ${file}-wal or ${file}-shm, was removed or replaced while the bot was running, so nothing is saved anymore.`
    case 'overwritten':
      return `Something other than the bot wrote into the database ${file} while the bot was running, so nothing is saved anymore.`
    case 'log-overwritten':
      return `Something other than the bot wrote into the database's log ${file}-wal while the bot was running, so nothing is saved anymore.`
    case 'index-overwritten':
      return `Something other than the bot wrote into ${file}-shm while the bot was running, so nothing is saved anymore.`
  }
}

function remedy({ problem, rescued, isEnd }: Told): string {
  if (problem === 'shared') return 'Stop one of the two.'
  if (problem === 'index-overwritten') return 'Nothing is lost: stop the bot and start it again.'
  const restore = (copy: string) => `Stop the bot, run "npm run -s study -- restore ${copy}", and start it again.`
  if (rescued === 'running') return 'The bot is saving what it has next to it. The log says where, and what to do.'
  if (rescued === undefined || rescued === 'not-whole') {
    return `Too much is gone to save what the bot knew. Stop the bot, restore a backup with "npm run -s study -- restore FILE", and start it again.`
  }
  if ('copy' in rescued) return `Everything up to now is in ${rescued.copy}. ${restore(rescued.copy)}`
  const failed = `The bot tried to save everything up to now next to it and failed (${rescued.failed}).`
  if (problem === 'log-gone') return isEnd ? `${failed} It moved everything into the database instead.` : `${failed} It tries again every minute. If you stop it, don't kill it: it moves everything into the database as it stops.`
  if (isEnd) return `${failed} What was saved since the last backup is lost. Restore a backup with "npm run -s study -- restore FILE".`
  return `${failed} It tries again every minute. Stopping the bot before that works destroys the only copy: free some space or make the folder writable first.`
}
