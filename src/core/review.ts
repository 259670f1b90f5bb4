// What a review brings up: what is due, the most forgotten first, a few at a time. What is left waits without harm: an answer after a
// longer break says more about a memory, not less.
import { apart } from './apart.ts'
import { isDue, recall, wasMissed, type Memory } from './memory.ts'
import { isLabeled, type ItemId } from './study-item.ts'
import type { LocalDate } from './time.ts'

export type Reviewable = {
  readonly item: ItemId
  /** Two items that share one are about the same point. */
  readonly facts: readonly string[]
}

export type ReviewFrom = {
  readonly items: readonly Reviewable[]
  readonly memories: ReadonlyMap<ItemId, Memory>
  /** Set aside by the learner. */
  readonly paused: ReadonlySet<ItemId>
  readonly day: LocalDate
}

export type ReviewPick = {
  readonly items: readonly ItemId[]
  /** Everything that is due. */
  readonly due: number
}

/** Nobody has to do more at once. */
export const mostAtOnce = 10

/** Up to ten, or as many as asked for. One that shares its point with another of them, or with one answered today, waits: the one would give the other away. */
export function pickReview(from: ReviewFrom, most: number = mostAtOnce): ReviewPick {
  const { items, memories, day } = from
  const due = dueItems(from)
  const today = items.filter(({ item }) => memories.get(item)?.last === day).flatMap(({ facts }) => facts)
  return { items: itemsOf(apart(due, most, today)), due: due.length }
}

/** Up to ten of these, in their order, whether they are due or not. */
export const pickOf = (items: readonly Reviewable[]): ReviewPick => ({ items: itemsOf(apart(items, mostAtOnce)), due: items.length })

const itemsOf = (picked: readonly Reviewable[]): readonly ItemId[] => picked.map(({ item }) => item)

/** Whatever was asked; of duties, controls and findings only what was labeled wrong once: the others have their drills and cases. */
const comesBack = (item: ItemId, memory: Memory): boolean => !isLabeled(item) || wasMissed(memory)

/** The one that is most likely forgotten first. */
function dueItems({ items, memories, paused, day }: ReviewFrom): readonly Reviewable[] {
  const due = items.flatMap((each) => {
    const memory = memories.get(each.item)
    return memory === undefined || paused.has(each.item) || !isDue(memory, day) || !comesBack(each.item, memory) ? [] : [{ each, recall: recall(memory, day) }]
  })
  return due.toSorted((a, b) => a.recall - b.recall || (a.each.item < b.each.item ? -1 : 1)).map(({ each }) => each)
}

/** The first study day on which something is due; null if nothing will be. */
export function nextDue({ items, memories, paused }: Omit<ReviewFrom, 'day'>): LocalDate | null {
  const days = items.flatMap(({ item }) => {
    const memory = memories.get(item)
    return memory === undefined || paused.has(item) || !comesBack(item, memory) ? [] : [memory.due]
  })
  return days.toSorted()[0] ?? null
}
