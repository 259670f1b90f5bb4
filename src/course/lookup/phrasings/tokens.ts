// What sentences are compared by: the things of the course that they name, and the stems of their other words, each with a weight.
import type { Concept, Course } from '../../course.ts'
import { dutyWords, grammarWords, isNeutral } from '../neutral-words.ts'
import { buildSides } from '../sides.ts'
import { findBrands, phrasesOf } from '../vocabulary.ts'
import { readWords, stem } from '../words.ts'

/** `#` names a concept, `?` what asks, `@` a side, `!` a word that says little, `~` how a word begins; the rest are stems. */
export type Tokens = ReadonlyMap<string, number>
export type Tokenizer = (words: readonly string[]) => Tokens

/** What a word counts for, by what kind of word it is. All are at most 1. */
const weightOf = { concept: 1, word: 1, neutral: 0.7, cue: 0.6, duty: 0.4, partOfName: 0.35, wider: 0.3, side: 0.3, grammar: 0.25 }
/** Forms of a word that stems keep apart begin alike: “encrypting”, “encryption”. */
const start = { letters: 6, weight: 0.6 }

const cues: ReadonlySet<string> = new Set(
  'who whose what whats which how why when where list define mean means meaning example examples steps best practice practices tools tool tips should can difference vs versus not dont doesnt cant never isnt'.split(' '),
)

type Name = { readonly stems: readonly string[]; readonly concept: Concept }

export function buildTokenizer(course: Pick<Course, 'concepts' | 'parties'>): Tokenizer {
  const names = namesByStart(course)
  const sideOf = buildSides(course, findBrands(course))
  return (words) => {
    const tokens = new Map<string, number>()
    const add = (token: string, weight: number): void => {
      if (weight > (tokens.get(token) ?? 0)) tokens.set(token, weight)
    }
    const addStem = (root: string, weight: number): void => {
      add(root, weight)
      if (root.length > start.letters) add(`~${root.slice(0, start.letters)}`, weight * start.weight)
    }
    const stems = words.map(stem)
    for (let at = 0; at < words.length; ) {
      const word = words[at] ?? ''
      const root = stems[at] ?? ''
      const name = names.get(root)?.find(({ stems: own }) => own.every((each, index) => stems[at + index] === each))
      if (name !== undefined && !(name.stems.length === 1 && grammarWords.has(word))) {
        add(`#${name.concept.id}`, weightOf.concept)
        for (const each of name.stems) if (!grammarWords.has(each)) addStem(each, weightOf.partOfName)
        if (name.concept.within !== undefined) add(`#${name.concept.within}`, weightOf.wider)
        at += name.stems.length
        continue
      }
      const side = sideOf(word)
      if (cues.has(word)) add(`?${word}`, weightOf.cue)
      else if (side !== undefined) add(`@${side}`, weightOf.side)
      else if (grammarWords.has(word)) add(word, weightOf.grammar)
      else if (dutyWords.has(word)) add(`!${root}`, weightOf.duty)
      else if (isNeutral(word)) add(`!${root}`, weightOf.neutral)
      else addStem(root, weightOf.word)
      at += 1
    }
    return tokens
  }
}

/** By the first word of what concepts are called, the longest first; of a service and a thing with one name, the service. */
function namesByStart({ concepts }: Pick<Course, 'concepts'>): ReadonlyMap<string, readonly Name[]> {
  const names = concepts.flatMap((concept) => phrasesOf(concept).map((phrase) => ({ concept, stems: readWords(phrase).map(stem) }))).filter(({ stems }) => stems.length > 0)
  const order = ({ stems, concept }: Name): number => -2 * stems.length - (concept.kind === 'service' ? 1 : 0)
  return Map.groupBy(names.toSorted((one, other) => order(one) - order(other)), ({ stems }) => stems[0] ?? '')
}

/** Whether a token says what is asked about, and not how. */
export const isContent = (token: string): boolean => !/^[?@!~]/u.test(token) && !grammarWords.has(token)
