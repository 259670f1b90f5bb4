// Memories in SQLite, made from the log. They are brought up to date when somebody asks: the daily question only adds to the log.
import { remember, replay, type Memory } from '../../core/memory.ts'
import type { AccountId } from '../../core/quiz.ts'
import type { Remembered } from '../memories.ts'
import { placeIn, type LoggedEntry } from '../tables/study-log.ts'
import type { Tables } from '../tables/tables.ts'

const nothing: Remembered = { memories: new Map(), paused: new Set() }

export const isUpToDate = ({ accounts, memories, studyLog }: Tables, account: AccountId): boolean => {
  const known = accounts.find(account)
  return known === undefined || !studyLog.hasMore(known.learnerId, memories.remembered(known.learnerId))
}

export function remembered({ accounts, memories }: Tables, account: AccountId): Remembered {
  const known = accounts.find(account)
  return known === undefined ? nothing : { memories: memories.all(known.learnerId), paused: memories.paused(known.learnerId) }
}

export function bringUpToDate(tables: Tables, account: AccountId): void {
  const { accounts, memories, studyLog } = tables
  const learnerId = accounts.find(account)?.learnerId
  if (learnerId === undefined) return
  const entries = studyLog.after(learnerId, memories.remembered(learnerId))
  const last = entries.at(-1)
  if (last === undefined) return
  for (const news of Map.groupBy(entries, ({ itemId }) => itemId).values()) {
    const [first] = news
    if (first === undefined) continue
    const after = memoryAfter(tables, learnerId, news)
    if (after === null) memories.remove(learnerId, first.itemId)
    else memories.save(learnerId, first.itemId, after)
  }
  memories.saveRemembered(learnerId, last.id)
}

/** In the order in which they happened, an entry only adds to what is there. Anything else makes the memory again from the whole log. */
function memoryAfter({ memories, studyLog }: Tables, learnerId: number, news: readonly LoggedEntry[]): Memory | null {
  const [{ item, itemId }] = news as readonly [LoggedEntry]
  const before = memories.find(learnerId, itemId)
  const inOrder = news.every(({ day, amends }, at) => !amends && day > (news[at - 1]?.day ?? before?.last ?? ''))
  if (!inOrder) return replay(item, counting(studyLog.ofItem(learnerId, itemId)))
  return news.reduce<Memory | null>((memory, { day, grade }) => remember(item, memory, day, grade), before ?? null)
}

/** Without entries whose place a later one has taken: a choice that was changed in time, and arrived late, or a correction. */
export function counting(entries: readonly LoggedEntry[]): readonly LoggedEntry[] {
  const latest = new Map(entries.map((entry) => [placeIn(entry), entry]))
  return entries.filter((entry) => latest.get(placeIn(entry)) === entry && entry.counts)
}
