// Once a day: a backup if one is configured, and deleting records that are only needed for a while.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../core/log.ts'
import type { Instant } from '../core/time.ts'
import type { Upkeep } from '../ledger/upkeep.ts'

export type Backups = { readonly folder: string; readonly keep: number }

/** In milliseconds. Platforms redeliver an event for minutes, not weeks. */
const eventsKept = 30 * 86_400_000

/** In milliseconds, so that a disk that is full for a moment does not cost the day's backup. */
const retryAfter = 3_600_000

/** What upkeep needs of the ledger. */
type Kept = Pick<Upkeep, 'backup' | 'forgetEvents'>

/**
 * @param backups null for no backups
 * @param backedUp hears when the newest backup was made
 * @returns a function to call at every beat. It acts at the first beat of each date (UTC), and an hour after a failure; it never rejects
 */
export function createUpkeep(ledger: Kept, backups: Backups | null, log: Pick<Log, 'info' | 'error'>, backedUp?: (at: Instant) => void): (now: number) => Promise<void> {
  let done = ''
  let pauseUntil = -Infinity
  return async (now) => {
    const date = new Date(now).toISOString().slice(0, 10)
    if (date === done || performance.now() < pauseUntil) return
    done = date
    const tasks = [
      [() => (backups === null ? undefined : backUp(ledger, backups, date, log).then(backedUp)), "could not make today's backup, check BACKUP_FOLDER"],
      [() => ledger.forgetEvents(now - eventsKept), 'could not delete old events'],
    ] as const
    for (const [task, failed] of tasks) {
      try {
        await task()
      } catch (fault) {
        log.error({ fault }, `${failed}; trying again in an hour`)
        done = ''
        pauseUntil = performance.now() + retryAfter
      }
    }
  }
}

/**
 * Makes the file of this date unless it exists, and keeps the newest `keep` files. Files with later dates, made while a clock was ahead,
 * do not count: they would push out the one that was just made.
 *
 * @returns when the file was made
 */
async function backUp(ledger: Kept, { folder, keep }: Backups, date: string, log: Pick<Log, 'info'>): Promise<Instant> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = `studyhall-${date}.sqlite`
  for (const partial of readdirSync(folder).filter((each) => unfinished.test(each))) rmSync(join(folder, partial))
  if (!ours(folder).includes(name)) {
    await ledger.backup(join(folder, name))
    log.info({ file: join(folder, name) }, 'saved a backup')
  }
  const untilNow = ours(folder).filter((each) => each <= name)
  for (const old of untilNow.slice(0, -keep)) rmSync(join(folder, old))
  return statSync(join(folder, name)).mtimeMs
}

/** Part of a backup, left by a process that was killed. */
const unfinished = /^studyhall-\d{4}-\d{2}-\d{2}\.sqlite\..*\.unfinished/u

/** Backups by name, oldest first. Files with other names are left alone. */
function ours(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => /^studyhall-\d{4}-\d{2}-\d{2}\.sqlite$/u.test(name)).sort()
}
