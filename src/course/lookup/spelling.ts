// Typos: which word of the course was meant.

/** Shorter words are left alone: among service names one letter makes another service (ECS, EKS, EC2, EBS). */
const shortest = 4
const longEnoughForTwo = 8
/** Up to this length a different first letter makes a different word (cost, host), not a typo. */
const needsFirstLetter = 5

export type Spelling = {
  /** The nearest known word, at most two letters away; undefined if none is near. */
  correct(word: string): string | undefined
}

type Entry = { readonly word: string; readonly letters: number }

/** If two words are equally near, the earlier one wins. */
export function buildSpelling(words: Iterable<string>): Spelling {
  const byLength = new Map<number, Entry[]>()
  for (const word of new Set(words)) {
    if (word.length < shortest || /\d/.test(word)) continue
    const list = byLength.get(word.length) ?? []
    byLength.set(word.length, list)
    list.push({ word, letters: lettersOf(word) })
  }
  return { correct: (word) => findNearest(word, byLength) }
}

/** One bit for each letter from a to z in the word. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) {
    const place = word.charCodeAt(at) - 97
    if (place >= 0 && place < 26) letters |= 1 << place
  }
  return letters
}

function countBits(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}

function findNearest(word: string, byLength: ReadonlyMap<number, readonly Entry[]>): string | undefined {
  if (word.length < shortest || word.length > 40 || /^\d+$/.test(word)) return undefined
  const allowed = word.length >= longEnoughForTwo ? 2 : 1
  const wanted = lettersOf(word)
  let best: string | undefined
  let bestDistance = allowed + 1
  for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
    for (const { word: candidate, letters } of byLength.get(length) ?? []) {
      // One typo changes at most two letters of the set; this rules out nearly all words without measuring.
      if (countBits(wanted ^ letters) > 2 * Math.min(allowed, bestDistance)) continue
      if (Math.min(word.length, candidate.length) <= needsFirstLetter && candidate[0] !== word[0]) continue
      const distance = measure(word, candidate, bestDistance - 1)
      if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
    }
  }
  return best
}

/** Letters inserted, dropped, changed or swapped with the next (optimal string alignment); at most `limit + 1`. */
export function measure(one: string, other: string, limit: number): number {
  if (limit < 0 || Math.abs(one.length - other.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same)
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1)
      }
      current.push(cost)
    }
    if (Math.min(...current) > limit) return limit + 1
    ;[beforeLast, last] = [last, current]
  }
  return last[other.length] ?? limit + 1
}
