// Finds the fact that a question asks for: a number, a moment, a reason, a yes or no.
import MiniSearch from 'minisearch'
import type { Course, Fact } from '../course.ts'
import { grammarWords, neutralWords } from './neutral-words.ts'
import { readWords, stem } from './words.ts'

/** @param cue `how many`, `how long`, `when`, `why`: what the fact has to hold besides all the words */
export type FactSearch = (words: readonly string[], cue: string) => Fact | undefined

const quantity = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|once|twice|each|every|daily|weekly|monthly|quarterly|yearly|annually)\b/iu
const span = /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?)\b/iu
const because = /\b(?:why|because|since|so that|therefore|reason|in order to)\b/iu

const holdsCue: Readonly<Record<string, (text: string) => boolean>> = {
  'how long': (text) => span.test(text) && quantity.test(text),
  'how often': (text) => /\b(?:each|every|daily|weekly|monthly|quarterly|yearly|annually|once|twice|regularly)\b/iu.test(text),
  when: (text) => span.test(text) && quantity.test(text),
  why: (text) => because.test(text),
}

export function buildFactSearch({ facts }: Course): FactSearch {
  let index: MiniSearch | undefined
  const built = (): MiniSearch => {
    const made = new MiniSearch({ fields: ['subject', 'aspect', 'fact'], tokenize: (text) => [...readWords(text)], processTerm: stem, searchOptions: { processTerm: stem } })
    made.addAll(facts)
    return made
  }
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  return (words, cue) => {
    const meant = new Set(words.filter((word) => !neutralWords.has(word)).map(stem))
    const content = words.filter((word) => !grammarWords.has(word) && !cue.split(' ').includes(word))
    if (content.length < (cue === 'how many' ? 1 : 2)) return undefined
    index ??= built()
    const hits = index.search(content.join(' ')).filter(({ queryTerms }) => [...meant].every((root) => queryTerms.includes(root)) && queryTerms.length >= Math.min(content.length, 2))
    return hits.slice(0, 20).flatMap(({ id }) => byId.get(String(id)) ?? []).find(({ aspect, fact }) => holdsValue(`${aspect} ${fact}`, cue, content))
  }
}

/** Whether a text holds what is asked for: a span of time, a reason, or a number right before the words. */
export function holdsValue(text: string, cue: string, words: readonly string[]): boolean {
  const holds = holdsCue[cue]
  return holds === undefined ? isCounted(text, words) : holds(text)
}

/** “The six pillars”: a number, and soon after it all the words with a meaning. */
function isCounted(text: string, words: readonly string[]): boolean {
  const meant = [...new Set(words.filter((word) => !neutralWords.has(word)).map(stem))]
  const read = readWords(text)
  return meant.length > 0 && read.some((word, at) => count.test(word) && isIn(meant, read.slice(at + 1, at + 3 + meant.length).map(stem)))
}

const isIn = (roots: readonly string[], place: readonly string[]): boolean => roots.every((root) => place.includes(root))
const count = /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)$/u
