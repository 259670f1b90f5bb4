// How alike two texts are: letters for slips of the pen, words for questions that say the same.

function letterPairs(text: string): ReadonlySet<string> {
  const letters = ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)))
}

/** 1 for the same set, 0 for nothing in common (Dice). */
export function overlap<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  const total = one.size + other.size
  if (total === 0) return 0
  let common = 0
  for (const item of one) if (other.has(item)) common += 1
  return (2 * common) / total
}

/** The candidates that look most like the text, best first; those that look nothing like it are left out. */
export function nearest(text: string, candidates: Iterable<string>, count = 3): readonly string[] {
  const wanted = letterPairs(text)
  return [...candidates]
    .map((candidate) => ({ candidate, score: overlap(wanted, letterPairs(candidate)) }))
    .filter(({ score }) => score > 0.3)
    .sort((one, other) => other.score - one.score)
    .slice(0, count)
    .map(({ candidate }) => candidate)
}
