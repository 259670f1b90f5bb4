// Which words are ordinary English: such a word is no slip of another one, and beside it others may be meant as everyday words.
import { readFileSync } from 'node:fs'

/** Of the list, whose most frequent word is the first. */
const mostCommon = 8000

type List = { readonly text: string; readonly commonEnd: number }
let list: List | undefined

/** Read when it is first asked for, and kept as one text: a set of its words would take ten times the memory. */
const listed = (): List => (list ??= read())

function read(): List {
  const text = readFileSync(`${import.meta.dirname}/english-words.txt`, 'latin1')
  return { text, commonEnd: text.split('\n', mostCommon).join('\n').length }
}

const placeOf = (word: string): number => (word.length > 2 ? listed().text.indexOf(`\n${word}\n`) : -1)

export const isEnglish = (word: string): boolean => placeOf(word) !== -1

/** One of those that everybody uses every day. */
export function isCommon(word: string): boolean {
  const place = placeOf(word)
  return place !== -1 && place < listed().commonEnd
}
