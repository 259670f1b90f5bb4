// Keeps the file of the ledger whole by itself: while nobody is being served, and at least once an hour.
import type { Log } from '../core/log.ts'
import type { Upkeep } from '../ledger/upkeep.ts'

/** In milliseconds of the machine's own time, whatever its clock says. */
const longestWithout = 3_600_000

/** @returns a function to call at every beat; it never rejects */
export function createCheckpoints(ledger: Pick<Upkeep, 'checkpoint'>, log: Pick<Log, 'warn'>): () => Promise<void> {
  let wholeAt = performance.now()
  return async () => {
    try {
      if (await ledger.checkpoint(performance.now() - wholeAt >= longestWithout)) wholeAt = performance.now()
    } catch (fault) {
      log.warn({ fault }, 'could not move the latest changes from the -wal file into the database file; trying again in a minute')
    }
  }
}
