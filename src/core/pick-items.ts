// Which cards or duties a session brings up: those that are due first, then new ones, then those that are closest to being forgotten.
import { isDue, type Memory } from './memory.ts'
import { needOf } from './need.ts'
import { seeded, shuffle } from './random.ts'
import type { ItemId } from './study-item.ts'
import type { LocalDate } from './time.ts'

export type PickFrom = {
  readonly items: readonly ItemId[]
  readonly memories: ReadonlyMap<ItemId, Memory>
  readonly day: LocalDate
  /** The same items for the same seed. */
  readonly seed: string
}

/** Up to `count` of them. New ones come in any order, the others by how likely they are forgotten. */
export function pickItems({ items, memories, day, seed }: PickFrom, count: number): readonly ItemId[] {
  const needs = new Map(items.map((item) => [item, needOf(memories.get(item), day)]))
  return shuffle(items, seeded(seed)).toSorted((a, b) => (needs.get(b) ?? 0) - (needs.get(a) ?? 0)).slice(0, count)
}

/**
 * The same, and where nothing is due from each group in turn, so that nobody is right by always saying the same. In any order.
 *
 * @param groups by what is right
 */
export function pickEvenly({ groups, ...from }: Omit<PickFrom, 'items'> & { readonly groups: readonly (readonly ItemId[])[] }, count: number): readonly ItemId[] {
  const isItemDue = (item: ItemId): boolean => {
    const memory = from.memories.get(item)
    return memory !== undefined && isDue(memory, from.day)
  }
  const random = seeded(`${from.seed} in turn`)
  const due = pickItems({ ...from, items: groups.flat().filter(isItemDue) }, count)
  const others = shuffle(groups, random).map((items) => pickItems({ ...from, items: items.filter((item) => !isItemDue(item)) }, count))
  const inTurn = Array.from({ length: count }, (_, turn) => others.flatMap((items) => items.slice(turn, turn + 1))).flat()
  return shuffle([...due, ...inTurn].slice(0, count), random)
}
