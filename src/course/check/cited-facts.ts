// Whether the sections that an item cites hold the facts that it names.
import type { Citation, Course } from '../course.ts'

type Item = { readonly facts: readonly string[]; readonly sources: readonly Citation[] }

/** True if no cited section holds any of the item's facts. False if we cannot tell: no fact is known, or a citation is wrong. */
export function citesNoFactOf({ facts, sources }: Item, { byId }: Course): boolean {
  const cited = sources.map(({ key }) => byId.sections.get(key))
  const held = new Set(cited.flatMap((section) => section?.facts ?? []))
  const known = facts.filter((fact) => byId.facts.has(fact))
  return known.length > 0 && !cited.includes(undefined) && !known.some((fact) => held.has(fact))
}
