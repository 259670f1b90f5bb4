// Whether two questions or two cards can be versions of one.
import { contentWords } from '../../check/content-words.ts'
import { overlap } from '../../similarity.ts'

/** With less of their words in common, they are about different things. */
const leastShared = 0.2

export function shareWords(one: readonly string[], other: readonly string[]): boolean {
  const words = (texts: readonly string[]): ReadonlySet<string> => new Set(contentWords(texts.join('\n')).keys())
  return overlap(words(one), words(other)) >= leastShared
}
