// Items of which no two are about the same point: the one would give the other away.

/**
 * The first `count` that share no fact with `taken` or with one before them.
 *
 * @param items the most wanted first
 */
export function apart<Item extends { readonly facts: readonly string[] }>(items: readonly Item[], count: number, taken: Iterable<string> = []): readonly Item[] {
  const facts = new Set(taken)
  const picked: Item[] = []
  for (const item of items) {
    if (picked.length === count) break
    if (item.facts.some((fact) => facts.has(fact))) continue
    picked.push(item)
    for (const fact of item.facts) facts.add(fact)
  }
  return picked
}
