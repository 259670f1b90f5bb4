// The part for upkeep, in SQLite.
import type { Database } from 'better-sqlite3'
import type { Instant } from '../../core/time.ts'
import type { Overview, Unsure, Upkeep } from '../upkeep.ts'
import { isGap, noteGap } from './file/away.ts'
import { backup, backupInThread } from './file/backup.ts'
import { checkpoint } from './file/checkpoint.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import type { Guard } from './file/guard.ts'
import type { Tables } from './tables/tables.ts'

type Kept = {
  readonly guard: Pick<Guard, 'beat' | 'writing'>
  /** Null for a ledger in memory. */
  readonly file: string | null
  readonly away: { unsure: Unsure }
}

export function openUpkeep(db: Database, { write, read, peek, busy, refused }: CommitQueue, { events, quizzes, roundLists }: Tables, { file, away, guard }: Kept): Upkeep {
  const beat = db.prepare<[string]>(`INSERT INTO meta VALUES ('beat_at', ?) ON CONFLICT DO UPDATE SET value = excluded.value`)
  const lastBeat = db.prepare<[], { readonly value: string }>(`SELECT value FROM meta WHERE name = 'beat_at'`)
  const readBeat = (): Instant | null => {
    const found = lastBeat.get()
    return found === undefined ? null : Number(found.value)
  }
  function noteBeat(at: Instant): void {
    const before = readBeat()
    if (before !== null && isGap(before, at)) away.unsure = noteGap(db, away.unsure, at)
    beat.run(String(at))
  }

  function overview(now: Instant): Overview {
    const [claimed, [unclaimed]] = [roundLists.waiting(), quizzes.due(now, 1)]
    const dates = [claimed?.since, unclaimed?.nextAt].filter((at) => at !== undefined)
    return { oldestDue: dates.length === 0 ? null : Math.min(...dates), quizzes: quizzes.states() }
  }

  return {
    unsure: () => away.unsure,
    fault: refused,
    lastBeat: async () => readBeat(),
    noteBeat: (at) => guard.beat(at, () => write(() => noteBeat(at))),
    overview: (now) => read(() => overview(now)),
    forgetEvents: (before) => write(() => events.removeBefore(before)),
    checkpoint: async (force) => (force || !busy()) && peek(() => guard.writing(() => checkpoint(db, !busy())) ?? false),
    // The copy has all that was confirmed: a confirmed answer is committed.
    backup: (copy) => (file === null ? backup(db, copy) : backupInThread(file, copy)),
  }
}
