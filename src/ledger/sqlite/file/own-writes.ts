// Tells whether somebody else wrote into the file of a ledger that is in use, or into its log: copied a backup over it, emptied it, or
// edited it.
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { Instant } from '../../../core/time.ts'
import { isLogBroken } from './broken-log.ts'

export type OwnWrites = {
  /**
   * Runs what writes into the file itself; commits write into the log beside it. Undefined, and nothing was done, where that would damage
   * the file: it is overwritten, or its log was cut.
   */
  during<Result>(work: () => Result): Result | undefined
  /** Closing writes into the file, too. */
  mayClose(): boolean
  /**
   * Whether the file is no longer what this connection left there. Once true, always true: what the connection has in memory may not
   * fit what is in the file.
   *
   * @param lastBeat the last beat that this connection saved; an older copy of the ledger knows an earlier one
   */
  overwritten(lastBeat: Instant | null): Promise<boolean>
}

/** What a ledger is recognized by: which one it is, and the last start and the last beat that it knows of. */
type Signs = { readonly salt: string | undefined; readonly openedAt: string | undefined; readonly beatAt: string | undefined }

/** What the examination of a file found. `whole`: its tables, indexes and references fit together. */
export type Found = Signs & { readonly whole: boolean }

/** `cannot-tell`: the file could not be read just now. */
export type Examined = Found | 'no-ledger' | 'cannot-tell'

export function watchOwnWrites(db: Database.Database, file: string): OwnWrites {
  const opened = signsOf(db)
  let known = stampOf(file)
  let isOverwritten = false
  const isDamaged = (): boolean => (isOverwritten ||= isLogBroken(`${file}-wal`))
  return {
    mayClose: () => !isDamaged(),
    during(work) {
      if (isDamaged()) return undefined
      const isKnown = stampOf(file) === known
      const result = work()
      if (isKnown) known = stampOf(file)
      return result
    },
    async overwritten(lastBeat) {
      if (isDamaged()) return true
      const stamp = stampOf(file)
      // A commit that fills the log moves it into the file as well, and other programs may do so.
      if (stamp === known) return false
      const examined = await examineInThread(file)
      if (examined === 'cannot-tell') return false
      isOverwritten = !isOurs(examined, { ...opened, beatAt: lastBeat?.toString() })
      known = stamp
      return isOverwritten
    },
  }
}

function isOurs(found: Found | 'no-ledger', own: Signs): boolean {
  return found !== 'no-ledger' && found.whole && found.salt === own.salt && found.openedAt === own.openedAt && found.beatAt === own.beatAt
}

/** Changes with every write. */
function stampOf(file: string): string | undefined {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stat && `${stat.mtimeNs} ${stat.size}`
}

function signsOf(db: Database.Database): Signs {
  const value = db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck()
  return { salt: value.get('salt'), openedAt: value.get('opened_at'), beatAt: value.get('beat_at') }
}

/**
 * Reads the whole file. Of an older copy under a newer log the signs are those of the log; what then doesn't fit together are indexes and
 * references.
 *
 * @throws if it can't be read, or is no ledger
 */
export function examine(file: string): Found {
  const db = new Database(file, { readonly: true })
  try {
    return { ...signsOf(db), whole: db.pragma('integrity_check(1)', { simple: true }) === 'ok' && (db.pragma('foreign_key_check') as unknown[]).length === 0 }
  } finally {
    db.close()
  }
}

/** While the bot answers. */
async function examineInThread(file: string): Promise<Examined> {
  const thread = new Worker(new URL('./examine-thread.ts', import.meta.url), { workerData: { file } })
  const [examined] = (await once(thread, 'message').catch(() => ['cannot-tell'])) as [Examined]
  return examined
}
