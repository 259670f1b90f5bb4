// What is done once a day beside the rounds: a backup where one is configured, and forgetting what only served for a while.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** The part of the ledger that upkeep needs. */
type Kept = {
  backup(file: string): Promise<void>
  /** Forgets events that were taken before the moment; answers and boards stay. */
  forgetEvents(before: number): Promise<number>
}

type Log = { readonly info: (fields: object, message: string) => void; readonly error: (fields: object, message: string) => void }

export type Backups = { readonly folder: string; readonly keep: number }

/** A platform repeats a delivery for minutes, not for weeks. */
const eventsKept = 30 * 86_400_000

/**
 * @returns what to call at every beat; it acts at the first one of a date (UTC) and never fails
 */
export function createUpkeep(ledger: Kept, backups: Backups | null, log: Log): (now: number) => Promise<void> {
  let done = ''
  return async (now) => {
    const date = new Date(now).toISOString().slice(0, 10)
    if (date === done) return
    done = date
    try {
      await ledger.forgetEvents(now - eventsKept)
      if (backups !== null) await backUp(ledger, backups, date, log)
    } catch (fault) {
      log.error({ fault }, 'the daily upkeep failed; the next one is tomorrow')
    }
  }
}

/** One file a date, the newest `keep` of them. A restart on the same date finds the file and makes no second one. */
async function backUp(ledger: Kept, { folder, keep }: Backups, date: string, log: Log): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const name = `studyhall-${date}.sqlite`
  if (!ours(folder).includes(name)) {
    await ledger.backup(join(folder, name))
    log.info({ file: join(folder, name) }, 'saved a backup')
  }
  for (const old of ours(folder).slice(0, -keep)) rmSync(join(folder, old))
}

/** Oldest first; files of other names are not touched. */
function ours(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => /^studyhall-\d{4}-\d{2}-\d{2}\.sqlite$/u.test(name)).sort()
}
