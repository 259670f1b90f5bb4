// Tells which of several words somebody means: plural for singular, a space for a hyphen, or the beginning of only one of them.

/** Shorter beginnings fit too much. */
const shortestBeginning = 3

const plain = (text: string): string => text.trim().toLowerCase().replace(/[\s_]+/gu, '-')

/** `analogies` and `analogy`, `traps` and `trap` give the same; `access` stays. */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && /[^su]s$/u.test(word) ? word.slice(0, -1) : word
}

export const isSameWord = (one: string, other: string): boolean => singular(plain(one)) === singular(plain(other))

/** @param words what can be written, each with what it stands for */
export function meantBy(typed: string, words: ReadonlyMap<string, string>): string | undefined {
  const text = plain(typed)
  const same = words.get(text) ?? [...words].find(([word]) => isSameWord(word, text))?.[1]
  if (same !== undefined || text.length < shortestBeginning) return same
  const begun = new Set([...words].filter(([word]) => word.startsWith(text)).map(([, meaning]) => meaning))
  return begun.size === 1 ? [...begun][0] : undefined
}
