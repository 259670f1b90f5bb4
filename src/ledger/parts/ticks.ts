// The part for ticks.
import type { Jobs } from '../jobs.ts'
import type { Ticks } from '../ticks.ts'
import type { Tables } from '../tables/tables.ts'

export function openTicks({ read, write }: Jobs, { accounts, ticks }: Tables): Ticks {
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
