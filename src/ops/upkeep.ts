// What is done once a day beside the rounds: a backup where one is configured, and forgetting what only served for a while.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../core/log.ts'
import type { Upkeep } from '../ledger/upkeep.ts'

export type Backups = { readonly folder: string; readonly keep: number }

/** A platform repeats a delivery for minutes, not for weeks. */
const eventsKept = 30 * 86_400_000

/** A disk that is full for a moment costs no backup of a day. */
const triedAgainAfter = 3_600_000

/**
 * @returns what to call at every beat; it acts at the first one of a date (UTC), and again after an hour where that failed. It never
 * fails itself.
 */
export function createUpkeep(ledger: Pick<Upkeep, 'backup' | 'forgetEvents'>, backups: Backups | null, log: Pick<Log, 'info' | 'error'>): (now: number) => Promise<void> {
  let done = ''
  let pauseUntil = -Infinity
  return async (now) => {
    const date = new Date(now).toISOString().slice(0, 10)
    if (date === done || performance.now() < pauseUntil) return
    done = date
    const tasks = [
      [() => (backups === null ? undefined : backUp(ledger, backups, date, log)), 'no backup was made today: check BACKUP_FOLDER'],
      [() => ledger.forgetEvents(now - eventsKept), 'old events were not forgotten'],
    ] as const
    for (const [task, failed] of tasks) {
      try {
        await task()
      } catch (fault) {
        log.error({ fault }, `${failed}; it is tried again in an hour`)
        done = ''
        pauseUntil = performance.now() + triedAgainAfter
      }
    }
  }
}

/**
 * One file a date, the newest `keep` of them. Files of dates to come, which a clock that was ahead has made, are not counted: they would
 * push out the one that was just made. A restart on the same date finds the file and makes no second one.
 */
async function backUp(ledger: Pick<Upkeep, 'backup' | 'forgetEvents'>, { folder, keep }: Backups, date: string, log: Pick<Log, 'info'>): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const name = `studyhall-${date}.sqlite`
  for (const half of readdirSync(folder).filter((each) => unfinished.test(each))) rmSync(join(folder, half))
  if (!ours(folder).includes(name)) {
    await ledger.backup(join(folder, name))
    log.info({ file: join(folder, name) }, 'saved a backup')
  }
  const come = ours(folder).filter((each) => each <= name)
  for (const old of come.slice(0, -keep)) rmSync(join(folder, old))
}

/** What a process that was killed left of a backup. */
const unfinished = /^studyhall-\d{4}-\d{2}-\d{2}\.sqlite\..*\.unfinished/u

/** Oldest first; files of other names are not touched. */
function ours(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => /^studyhall-\d{4}-\d{2}-\d{2}\.sqlite$/u.test(name)).sort()
}
