// What somebody got wrong when they were last asked.
import { byTime, isLabeled, readItem, type ItemId, type StudyEntry } from './study-item.ts'
import type { Instant, LocalDate } from './time.ts'

export type Mistake = { readonly item: ItemId; readonly day: LocalDate; readonly at: Instant }

/** Cards are none: people grade these themselves. */
const canBeMistaken = (item: ItemId): boolean => readItem(item).kind === 'question' || isLabeled(item)

/** Questions, duties, controls and findings whose last answer was wrong, the latest first. @param log in any order */
export function mistakesIn(log: readonly Pick<StudyEntry, 'item' | 'day' | 'at' | 'grade'>[]): readonly Mistake[] {
  const last = new Map<ItemId, Pick<StudyEntry, 'item' | 'day' | 'at' | 'grade'>>()
  for (const entry of log) {
    const known = last.get(entry.item)
    if (known === undefined || byTime(entry, known) >= 0) last.set(entry.item, entry)
  }
  const missed = [...last.values()].filter(({ item, grade }) => grade === 'again' && canBeMistaken(item))
  return missed.toSorted((a, b) => b.at - a.at).map(({ item, day, at }) => ({ item, day, at }))
}
