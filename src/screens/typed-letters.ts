// Letters of an answer, as people type them: `B`, `b)`, `ac`, `A C`, `a, c`, `a and c`.
import type { Choices } from './screen.ts'

/** `separate`: each stands alone, so they are no word. `repeated`: one stands twice, so they are no answer. */
export type TypedLetters = { readonly letters: readonly string[]; readonly separate: boolean; readonly repeated: boolean }

/** Undefined if the words are not letters alone. */
export function typedLetters(words: string): TypedLetters | undefined {
  const parts = words
    .toLowerCase()
    .replace(/\band\b|[,;+&.()/:!]/gu, ' ')
    .split(' ')
    .filter((part) => part !== '')
  const letters = [...new Set(parts.join(''))]
  if (letters.length === 0 || !parts.every((part) => /^[a-f]+$/u.test(part))) return undefined
  return { letters, separate: parts.every((part) => part.length === 1), repeated: letters.length < parts.join('').length }
}

/** What a press on these options says; undefined if the question has one of the letters not. */
export function pressOn({ options, pick, several }: Choices, letters: readonly string[]): { readonly control: string; readonly chosen: readonly string[] } | undefined {
  const known = letters.flatMap((letter) => options.find((option) => option.letter.toLowerCase() === letter) ?? [])
  if (known.length < letters.length) return undefined
  const [first] = known
  const control = pick === 1 && known.length === 1 ? first?.control : undefined
  return { control: control ?? several, chosen: known.map(({ id }) => id) }
}
