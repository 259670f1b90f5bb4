// An id that names nothing.
import type { Problem, Where } from '../problem.ts'
import { nearest } from '../similarity.ts'

type Reference = {
  readonly field: readonly (string | number)[]
  /** What the id should name, as a word: `topic`, `fact`. */
  readonly what: string
  readonly id: string
  readonly known: ReadonlyMap<string, unknown>
}

/** One problem if a field of the item names an unknown id, with the nearest known ids as the remedy; none otherwise. */
export function unknownId(where: Where, item: object, { field, what, id, known }: Reference): readonly Problem[] {
  if (known.has(id)) return []
  const near = known.size <= 6 ? [...known.keys()] : nearest(id, known.keys())
  const remedy = near.length > 0 ? `Did you mean ${near.map((name) => `"${name}"`).join(' or ')}?` : `Add the ${what} first, or remove the id`
  return [{ level: 'error', check: `${what}-unknown`, ...where(item, ...field), message: `There is no ${what} "${id}"`, remedy }]
}
