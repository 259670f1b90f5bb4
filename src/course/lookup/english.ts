// Which words are ordinary English: such a word is no slip of another one, and beside it others may be meant as everyday words.
import { readFileSync } from 'node:fs'

/** Of the list, whose most frequent word is the first. */
const mostCommon = 8000

/** The words that begin with the same two letters, one text of each: a set of all words would take several times the memory. */
type List = ReadonlyMap<string, string>
let all: List | undefined
let common: List | undefined

export const isEnglish = (word: string): boolean => holds((all ??= grouped(listed())), word)

/** One of those that everybody uses every day. */
export const isCommon = (word: string): boolean => holds((common ??= grouped(listed().slice(0, mostCommon))), word)

const listed = (): readonly string[] => readFileSync(`${import.meta.dirname}/english-words.txt`, 'latin1').split('\n').filter((line) => !line.startsWith('#'))

function grouped(words: readonly string[]): List {
  const groups = Map.groupBy(words, (word) => word.slice(0, 2))
  return new Map([...groups].map(([start, group]) => [start, ` ${group.join(' ')} `]))
}

const holds = (list: List, word: string): boolean => word.length > 2 && list.get(word.slice(0, 2))?.includes(` ${word} `) === true
