// Finds terms of the glossary and sections of the documents by name: terms, their aliases, and headings.
import type { Concept, Course } from '../course.ts'
import { neutralWords } from './neutral-words.ts'
import type { Found } from './text-search.ts'
import { plainStart } from './text-search.ts'
import type { Reading } from './vocabulary.ts'
import { readWords, stem } from './words.ts'

export type Names = {
  /** The term or section whose name is the whole question. */
  find(reading: Reading): Found | undefined
  /** The term that is called so. */
  findTerm(words: readonly string[]): Found | undefined
  /** The section whose heading the question is, word for word; undefined for one of fewer than three words, which may ask for more. */
  findHeading(words: readonly string[]): Found | undefined
  /** The term for a concept: what the documents name without saying who is responsible has a term but no row. */
  findConcept(concept: Concept): Found | undefined
}

export function buildNames(course: Course): Names {
  const terms = new Map(course.glossary.flatMap((term) => [...term.aliases, ...writtenOut(term.term), term.term].map((name) => [toKey(readWords(name)), { term }] as const)))
  const sections = course.documents.flatMap((document) => document.sections).filter(({ text }) => text !== '')
  const headings = new Map(
    sections.flatMap((section) => {
      const words = readWords(section.heading)
      return [words.filter(hasMeaning), words].map((key) => [toKey(key), { section, snippet: plainStart(section) }] as const)
    }),
  )
  headings.delete('')
  const literal = new Map(sections.map((section) => [readWords(section.heading).join(' '), { section, snippet: plainStart(section) }]))
  return {
    findHeading: (words) => (words.length < 3 ? undefined : literal.get(words.join(' '))),
    findTerm: (words) => terms.get(toKey(words)),
    findConcept: ({ name }) => terms.get(toKey(readWords(name))),
    find: ({ mentions, familiar, unknownWords, words }) => {
      const content = new Set([...mentions.flatMap((mention) => mention.words), ...familiar, ...unknownWords])
      const meant = words.filter((word) => content.has(word))
      return terms.get(toKey(meant)) ?? terms.get(toKey(words)) ?? headings.get(toKey(meant.filter(hasMeaning))) ?? headings.get(toKey(words))
    },
  }
}

/** “Amazon Machine Image (AMI)” is called by either part, too. */
function writtenOut(term: string): readonly string[] {
  const [, long, short] = /^(.+) \((.+)\)$/u.exec(term) ?? []
  return long === undefined || short === undefined ? [] : [long, short]
}

function hasMeaning(word: string): boolean {
  return !neutralWords.has(word)
}

function toKey(words: readonly string[]): string {
  return words.map(stem).join(' ')
}
