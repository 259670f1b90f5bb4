// Comparing each item of a list with each one before it.

/** Somebody who has to reword an item needs no more examples, and a list of items that are all alike would have millions of pairs. */
const mostFindings = 10

/** What `compare` finds, in the order of the first of each pair. An item that has many findings with earlier ones is compared no more. */
export function findingsOfPairs<Item, Finding>(items: readonly Item[], compare: (one: Item, other: Item) => readonly Finding[]): readonly Finding[] {
  const found: Finding[] = []
  const counts = new Uint32Array(items.length)
  for (const [at, one] of items.entries()) {
    for (let next = at + 1; next < items.length; next += 1) {
      const other = items[next]
      if (other === undefined || (counts[next] ?? 0) >= mostFindings) continue
      const findings = compare(one, other)
      counts[next] = (counts[next] ?? 0) + findings.length
      for (const finding of findings) found.push(finding)
    }
  }
  return found
}
