// The part for counts.
import type { Counts } from '../counts.ts'
import type { Jobs } from '../jobs.ts'
import type { Tables } from '../tables/tables.ts'

export function openCounts({ read, writeSoon }: Jobs, { shownCounts }: Tables): Counts {
  return {
    saveShown: (round, answered) => writeSoon(() => shownCounts.save(round, answered)),
    stale: () => read(() => shownCounts.stale().map(({ round }) => round)),
  }
}
