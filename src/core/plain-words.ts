// Texts reduced to what they say, to know them again: without case, and without the signs that only shape a sentence. Signs that mean
// something stay: -1 is not +1, and C is not C++.
import { outsideCode, withoutCodeMarks } from './code-marks.ts'

const spaced = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()

/** Only what ends a part of a sentence is left out. Code is compared as it stands. */
export const plainLine = (text: string): string => outsideCode(text, (words) => spaced(words).replaceAll(/(?<=[\p{L}\p{M}\p{N}])[.,;:!?…]+(?= |$)/gu, ''))

/** Quotes, brackets, and every sign between words are left out too; those that stand alone, or before a number, stay. */
export function plainSentence(text: string): string {
  const words = spaced(withoutCodeMarks(text)).split(' ').map((word) => (/[\p{L}\p{N}]/u.test(word) ? word.replaceAll(/(?!-(?=\p{N})|[#%&*@/\\])\p{P}+?/gu, ' ').trim() : word.replaceAll(/[–—]/gu, '-')))
  return words.join(' ').replaceAll(/ +/gu, ' ')
}
