// What can be learned, one piece at a time, and what is kept of each time somebody was asked about it.
import type { Instant, LocalDate } from './time.ts'

/** `question:ec2-patching-01`: the kind of the piece, and its id in the course. */
export type ItemId = string

/** `duty`: a row of the responsibility matrix. `finding`: what there is to notice in a case. `control`: a control and its category. */
export type ItemKind = 'question' | 'card' | 'duty' | 'control' | 'finding'

/** Put under a label, such as whose job it is. */
export const isLabeled = (item: ItemId): boolean => ['duty', 'control', 'finding'].includes(readItem(item).kind)

export const itemId = (kind: ItemKind, id: string): ItemId => `${kind}:${id}`

export function readItem(item: ItemId): { readonly kind: string; readonly id: string } {
  const colon = item.indexOf(':')
  return { kind: item.slice(0, colon), id: item.slice(colon + 1) }
}

/** How well it was known. `hard`: right, but guessed or with effort. A wrong answer is always `again`. */
export type Grade = 'again' | 'hard' | 'good'

export const grades: readonly Grade[] = ['again', 'hard', 'good']

/** `daily` is the question of a channel; the others are private sessions. */
export type StudySource = 'daily' | 'practice' | 'review' | 'exam' | 'cards' | 'drill' | 'case'

/** One time somebody was asked and answered. */
export type StudyEntry = {
  readonly item: ItemId
  /** The study day that it counts for. */
  readonly day: LocalDate
  readonly at: Instant
  readonly source: StudySource
  readonly grade: Grade
}

/** For sorting: by study day, and within one by moment. */
export const byTime = (a: Pick<StudyEntry, 'day' | 'at'>, b: Pick<StudyEntry, 'day' | 'at'>): number => (a.day === b.day ? a.at - b.at : a.day < b.day ? -1 : 1)
