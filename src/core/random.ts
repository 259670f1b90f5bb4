// Repeatable randomness: the same seed gives the same numbers on every machine.

/** A whole number from 0 to 2³²-1 that depends on every character of `text` (FNV-1a with a final mix). */
export function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i)
    h = Math.imul(h, 0x01000193)
  }
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  h ^= h >>> 16
  return h >>> 0
}

/** Numbers from 0 (included) to 1 (excluded), as Math.random gives them, but from a seed (mulberry32). */
export function seeded(seed: string): () => number {
  let state = hash(seed)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A shuffled copy, each order equally likely (Fisher-Yates). */
export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const drawn: T[] = []
  for (const item of items) {
    const place = Math.floor(random() * (drawn.length + 1))
    drawn.push(item)
    const last = drawn.length - 1
    ;[drawn[place], drawn[last]] = [drawn[last] as T, drawn[place] as T]
  }
  return drawn
}
