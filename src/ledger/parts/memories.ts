// The part for memories. What makes them is loaded when somebody first studies: a start does not need it.
import type { AccountId } from '../../core/quiz.ts'
import type { Jobs } from '../jobs.ts'
import type { Memories, Remembered } from '../memories.ts'
import type { Tables } from '../tables/tables.ts'

export function openMemories({ read, write }: Jobs, tables: Tables): Memories {
  const { accounts, memories, studyLog } = tables

  async function of(account: AccountId): Promise<Remembered> {
    const { bringUpToDate, isUpToDate, remembered } = await import('./remembering.ts')
    if (!(await read(() => isUpToDate(tables, account)))) await write(() => bringUpToDate(tables, account))
    return read(() => remembered(tables, account))
  }

  return {
    of,
    log: (account, from) =>
      read(() => {
        const known = accounts.find(account)
        return known === undefined ? [] : studyLog.from(known.learnerId, from)
      }),
    setPaused: (account, item, paused, at) =>
      write(() => {
        const { id, learnerId } = accounts.findOrAdd(account)
        const itemId = studyLog.itemId(item)
        if (paused) memories.pause(id, itemId, at)
        else memories.resume(learnerId, itemId)
      }),
  }
}
