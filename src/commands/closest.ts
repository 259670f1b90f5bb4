// Finds the word that somebody meant by a typo.

/** The word with the fewest edits; undefined if that needs too many. One or two letters are never a typo of others. */
export function closest(typed: string, words: readonly string[]): string | undefined {
  const allowed = typed.length <= 2 ? 0 : typed.length <= 5 ? 1 : typed.length <= 8 ? 2 : 3
  const ranked = words
    .map((word) => ({ word, distance: editDistance(typed, word) }))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best !== undefined && best.distance <= allowed ? best.word : undefined
}

/** How many letters to insert, drop, change or swap with the next (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(
        Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1), swapped ? at(i - 2, j - 2) + 1 : Infinity),
      )
    }
  }
  return at(a.length, b.length)
}
