// The part for counts, in SQLite.
import type { Counts } from '../counts.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import type { Tables } from './tables/tables.ts'

export function openCounts({ read, writeSoon }: CommitQueue, { shownCounts }: Tables): Counts {
  return {
    saveShown: (round, answered) => writeSoon(() => shownCounts.save(round, answered)),
    stale: () => read(() => shownCounts.stale().map(({ round }) => round)),
  }
}
