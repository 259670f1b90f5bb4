// What somebody got wrong when they were last asked.
import type { QuestionId } from './quiz.ts'
import { byTime, readItem, type ItemId, type StudyEntry } from './study-item.ts'
import type { Instant, LocalDate } from './time.ts'

export type Mistake = { readonly question: QuestionId; readonly day: LocalDate; readonly at: Instant }

/** Questions whose last answer was wrong, the latest first. @param log in any order */
export function mistakesIn(log: readonly Pick<StudyEntry, 'item' | 'day' | 'at' | 'grade'>[]): readonly Mistake[] {
  const last = new Map<ItemId, Pick<StudyEntry, 'item' | 'day' | 'at' | 'grade'>>()
  for (const entry of log) {
    const known = last.get(entry.item)
    if (known === undefined || byTime(entry, known) >= 0) last.set(entry.item, entry)
  }
  const missed = [...last.values()].filter(({ grade }) => grade === 'again').toSorted((a, b) => b.at - a.at)
  return missed.flatMap(({ item, day, at }) => {
    const { kind, id } = readItem(item)
    return kind === 'question' ? [{ question: id, day, at }] : []
  })
}
