// Which words are ordinary English: such a word is no slip of another one.
import { readFileSync } from 'node:fs'

let list: string | undefined

/** Read when it is first asked for, and kept as one text: a set of its words would take ten times the memory. */
const listed = (): string => (list ??= readFileSync(`${import.meta.dirname}/english-words.txt`, 'latin1'))

export const isEnglish = (word: string): boolean => word.length > 2 && listed().includes(`\n${word}\n`)
