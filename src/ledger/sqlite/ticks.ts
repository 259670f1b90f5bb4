// The part for ticks, in SQLite.
import type { Ticks } from '../ticks.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import type { Tables } from './tables/tables.ts'

export function openTicks({ read, write }: CommitQueue, { accounts, ticks }: Tables): Ticks {
  return {
    of: (account) =>
      read(() => {
        const known = accounts.find(account)
        return known === undefined ? new Map() : ticks.all(known.learnerId)
      }),
    set: (account, item, ticked, at) =>
      write(() => {
        const { id, learnerId } = accounts.findOrAdd(account)
        if (ticked) ticks.add(id, item, at)
        else ticks.remove(learnerId, item)
      }),
  }
}
