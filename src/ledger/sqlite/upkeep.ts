// The part for upkeep, in SQLite.
import type { Database } from 'better-sqlite3'
import type { Unsure, Upkeep } from '../upkeep.ts'
import { beats } from '../parts/beats.ts'
import { backup, backupInThread } from './file/backup.ts'
import { checkpoint } from './file/checkpoint.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import type { Guard } from './file/guard.ts'
import { overview } from '../parts/overview.ts'
import type { Tables } from '../tables/tables.ts'

type Kept = {
  readonly guard: Pick<Guard, 'beat' | 'writing'>
  /** Null for a ledger in memory. */
  readonly file: string | null
  readonly away: { unsure: Unsure }
}

export function openUpkeep(db: Database, { write, read, peek, busy, refused }: CommitQueue, tables: Tables, { file, away, guard }: Kept): Upkeep {
  const { last, note } = beats(db, away)
  return {
    unsure: () => away.unsure,
    fault: refused,
    lastBeat: async () => last(),
    noteBeat: (at) => guard.beat(at, () => write(() => note(at))),
    overview: (now) => read(() => overview(tables, now)),
    forgetEvents: (before) => write(() => tables.events.removeBefore(before)),
    checkpoint: async (force) => (force || !busy()) && peek(() => guard.writing(() => checkpoint(db, !busy())) ?? false),
    // The copy has all that was confirmed: a confirmed answer is committed.
    backup: (copy) => (file === null ? backup(db, copy) : backupInThread(file, copy)),
  }
}
