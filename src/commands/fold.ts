// Folds letter case, accents, quotation marks and dashes, so that a title equals what a keyboard makes of it.
import { plainTyping } from './plain-typing.ts'

/** Only to compare: `Do and don’t lists` becomes `do and dont lists`, `Café – bar` becomes `cafe bar`. */
export function fold(text: string): string {
  const letters = plainTyping(text).normalize('NFKD').replaceAll(/\p{M}+/gu, '').toLowerCase()
  return letters.replaceAll(/['"`]/gu, '').replaceAll(/[^\p{L}\p{N}+]+/gu, ' ').trim()
}

/** Words of a folded text, without the s of a plural. */
export const foldedWords = (folded: string): readonly string[] => folded.split(' ').map((word) => (word.length > 2 ? word.replace(/(?<!s)s$/u, '') : word)).filter((word) => word !== '')

/** Text of signs alone, such as an emoji, folds to nothing and equals only itself. */
export const isSameName = (one: string, other: string): boolean => one === other || (fold(one) !== '' && fold(one) === fold(other))
