// How alike two texts are: by letters to find typos, by words to find duplicates.

/** Lower case, with every run of punctuation and space as one space: texts that are equal so say the same. */
export function withoutPunctuation(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

function letterPairs(text: string): ReadonlySet<string> {
  const letters = ` ${withoutPunctuation(text)} `
  return new Set(Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(at, at + 2)))
}

/** The Dice coefficient: 1 for equal sets, 0 for nothing in common. */
export function overlap<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number {
  const total = one.size + other.size
  if (total === 0) return 0
  let common = 0
  for (const item of one) if (other.has(item)) common += 1
  return (2 * common) / total
}

/** Up to `count` candidates spelled most like the text, best first; candidates spelled quite differently are left out. */
export function nearest(text: string, candidates: Iterable<string>, count = 3): readonly string[] {
  const wanted = letterPairs(text)
  return [...candidates]
    .map((candidate) => ({ candidate, score: overlap(wanted, letterPairs(candidate)) }))
    .filter(({ score }) => score > 0.3)
    .sort((one, other) => other.score - one.score)
    .slice(0, count)
    .map(({ candidate }) => candidate)
}
