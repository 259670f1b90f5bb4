// How well somebody remembers something: FSRS-6 with its default weights (https://github.com/open-spaced-repetition/ts-fsrs), counted in
// study days. A memory is made from the log of answers alone and can be made again from it at any time.
import { fsrs, GenSeedStrategyWithCardId, Rating, State, StrategyMode, type Card } from 'ts-fsrs'
import { byTime, type Grade, type ItemId, type StudyEntry } from './study-item.ts'
import type { LocalDate } from './time.ts'

export type Memory = {
  /** Days after which the chance to recall has fallen to 90%. */
  readonly stability: number
  /** 1 to 10. */
  readonly difficulty: number
  readonly reps: number
  /** Times that it was forgotten after it was known. */
  readonly lapses: number
  /** The study day of the last answer. */
  readonly last: LocalDate
  /** The study day on which it is due again. */
  readonly due: LocalDate
}

/** Without steps of minutes, which have no use in a chat: an answer moves by whole days, and a second one on the same day counts little. */
const scheduler = fsrs({ request_retention: 0.9, maximum_interval: 180, learning_steps: [], relearning_steps: [], enable_fuzz: true })
// A seed of its own for every item, so that items learned together do not all come back on one day.
scheduler.useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('item'))

/** Forgotten this often, it is said so, and can be paused: more repetitions alone rarely help. */
export const lapsesOfLeech = 4

const ratings = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good } as const

/**
 * The memory after an answer.
 *
 * @param day the study day of the answer, not before that of the last one
 */
export function remember(item: ItemId, before: Memory | null, day: LocalDate, grade: Grade): Memory {
  const card = scheduler.next(withSeed(cardOf(before, day), item), instantOf(day), ratings[grade]).card
  const { stability, difficulty, reps, lapses } = card
  return { stability, difficulty, reps, lapses, last: day, due: dayOf(card.due) }
}

/**
 * The memory that a log leaves. Of several answers on one study day only the first counts, so that no device and no repetition can
 * inflate it.
 *
 * @param entries of this item, in any order
 */
export function replay(item: ItemId, entries: readonly Pick<StudyEntry, 'day' | 'at' | 'grade'>[]): Memory | null {
  let memory: Memory | null = null
  for (const { day, grade } of entries.toSorted(byTime)) {
    if (memory === null || day > memory.last) memory = remember(item, memory, day, grade)
  }
  return memory
}

/** The chance to recall it on that day, 0 to 1. */
export function recall(memory: Memory, day: LocalDate): number {
  return scheduler.get_retrievability(cardOf(memory, day), instantOf(later(day, memory.last)), false)
}

export const isDue = ({ due }: Pick<Memory, 'due'>, day: LocalDate): boolean => due <= day

/** The scheduler keeps fields that it does not know, and takes its seed from this one. */
const withSeed = (card: Card, item: ItemId): Card & { readonly item: ItemId } => ({ ...card, item })

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other)

/** The scheduler counts days between UTC dates, so a study day is the UTC midnight of its date, wherever it was. */
const instantOf = (day: LocalDate): number => Date.parse(day)
const dayOf = (date: Date): LocalDate => date.toISOString().slice(0, 10)

function cardOf(memory: Memory | null, day: LocalDate): Card {
  const first = new Date(instantOf(day))
  const none = { elapsed_days: 0, scheduled_days: 0, learning_steps: 0 }
  if (memory === null) return { ...none, due: first, stability: 0, difficulty: 0, reps: 0, lapses: 0, state: State.New }
  const { stability, difficulty, reps, lapses, last, due } = memory
  return { ...none, due: new Date(instantOf(due)), stability, difficulty, reps, lapses, state: State.Review, last_review: new Date(instantOf(last)) }
}

/** How difficult something stays that is known each time; a wrong answer makes it far harder, and right ones hardly take that back. */
const difficultyOfKnown = remember('', null, '2026-01-01', 'good').difficulty

/** Whether it was answered wrong on any day, where nobody grades themselves. */
export const wasMissed = ({ difficulty }: Pick<Memory, 'difficulty'>): boolean => difficulty > difficultyOfKnown + 0.5
