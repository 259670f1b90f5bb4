// The words that people use for the course's services, things and acts, and where a question uses them.
import type { Concept, Course } from '../course.ts'
import { isEnglish } from './english.ts'
import { isNeutral, neutralWords, smallWords } from './neutral-words.ts'
import { buildSpelling } from './spelling.ts'
import type { Spelling } from './spelling.ts'
import { joinParticles, readWords, stem } from './words.ts'

const longestPhrase = 7
/** Parts of names and neutral words that are shorter are too similar to other words to be the correction of a typo. */
const shortestRepaired = 6
/** After one of these the provider's name does not begin a product's name: "Does AWS swap disks?" */
const auxiliaries: ReadonlySet<string> = new Set(['do', 'does', 'did', 'is', 'are', 'can', 'will', 'would', 'should', 'must', 'has', 'if', 'that', 'or', 'and'])

export type Mention = {
  /** Several if a word names both a service and a thing that other services have, as "VPC" does. */
  readonly concepts: readonly Concept[]
  readonly words: readonly string[]
  /** The index of its first word in the question. */
  readonly at: number
}

export type Reading = {
  readonly mentions: readonly Mention[]
  /** Words with a meaning that name no concept, but occur in the course. */
  readonly familiar: readonly string[]
  /** Words with a meaning that do not occur in the course. */
  readonly unknownWords: readonly string[]
  /** Whether an unknown word comes right after the provider's name: most likely a product that the course does not cover. */
  readonly unknownProduct: boolean
  /** All words, with typos corrected. */
  readonly words: readonly string[]
}

export type Vocabulary = {
  read(text: string): Reading
  /** The words with which the provider's product names begin. */
  readonly brands: ReadonlySet<string>
  /** The service that this single word names. */
  serviceCalled(word: string): Concept | undefined
}

type Index = {
  readonly neutral: ReadonlySet<string>
  /** The words with which the provider's product names begin. */
  readonly brands: ReadonlySet<string>
  readonly phrases: ReadonlyMap<string, readonly Concept[]>
  /** The stems of phrases, with the spaces between their words. */
  readonly spaced: ReadonlySet<string>
  readonly stems: ReadonlyMap<string, readonly Concept[]>
  /** By {@link coreOf}: "DDoS against our app" is "DDoS app". */
  readonly cores: ReadonlyMap<string, readonly Concept[]>
  readonly familiar: ReadonlySet<string>
  readonly familiarStems: ReadonlySet<string>
  readonly spelling: Spelling
}

export function buildVocabulary(course: Course): Vocabulary {
  const index = buildIndex(course)
  return {
    read: (text) => readQuestion(index, joinParticles(readWords(text))),
    brands: index.brands,
    serviceCalled: (word) => index.phrases.get(word)?.find(({ kind }) => kind === 'service'),
  }
}

/** Its name and aliases. */
export function phrasesOf(concept: Concept): readonly string[] {
  return [concept.name, ...concept.aliases]
}

function buildIndex(course: Course): Index {
  const phrases = new Map<string, Concept[]>()
  const stems = new Map<string, Concept[]>()
  const cores = new Map<string, Concept[]>()
  const single = new Set<string>()
  const spaced = new Set<string>()
  for (const concept of course.concepts) {
    for (const phrase of phrasesOf(concept)) {
      const words = readWords(phrase)
      add(phrases, words.join(''), concept)
      spaced.add(words.map(stem).join(' '))
      add(stems, words.map(stem).join(''), concept)
      const core = coreOf(words)
      if (core !== undefined) cores.set(core, [...new Set([...(cores.get(core) ?? []), concept])])
      for (const word of words) single.add(word)
    }
  }
  const texts = course.documents.flatMap(({ sections }) => sections.map(({ heading, text }) => `${heading} ${text}`))
  const terms = course.glossary.flatMap(({ term, aliases, definition }) => [term, ...aliases, definition])
  const familiar = new Set([...single, ...[...texts, ...terms].flatMap(readWords)])
  const familiarStems = new Set([...familiar].map(stem))
  const brands = findBrands(course)
  const parties = Object.values(course.parties).flatMap(({ id, name }) => readWords(`${id} ${name}`))
  const neutral = new Set([...neutralWords, ...brands, ...[...brands].map((brand) => `${brand}s`), ...parties])
  const spelling = buildSpelling([...phrases.keys(), ...[...single, ...neutral].filter((word) => word.length >= shortestRepaired)])
  return { phrases, spaced, stems, cores: new Map([...cores].filter(([, concepts]) => isClear(concepts))), neutral, brands, familiar, familiarStems, spelling }
}

function isClear(concepts: readonly Concept[]): boolean {
  return new Set(concepts.map(({ kind }) => kind)).size === concepts.length
}

/** The provider's name, and words with which at least five names of services begin. */
export function findBrands(course: Pick<Course, 'concepts' | 'parties'>): ReadonlySet<string> {
  const first = course.concepts.filter(({ kind }) => kind === 'service').map(({ name }) => readWords(name))
  const counts = Map.groupBy(first.filter((words) => words.length > 1), ([word]) => word ?? '')
  const frequent = [...counts].filter(([, names]) => names.length >= 5).map(([word]) => word)
  return new Set([...frequent, ...readWords(course.parties.provider.name)])
}

/** One word for two concepts of a kind is an error in the course; the first of them keeps it. */
function add(map: Map<string, Concept[]>, key: string, concept: Concept): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [concept])
  else if (!known.some(({ kind }) => kind === concept.kind)) known.push(concept)
}

function readQuestion(index: Index, raw: readonly string[]): Reading {
  const words = raw.map((word) => (isKnown(index, word) || isEnglish(word) ? word : (index.spelling.correct(word) ?? word)))
  const mentions: Mention[] = []
  const familiar: string[] = []
  const unknownWords: string[] = []
  let unknownProduct = false
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? ''
    // The provider's name is skipped if the phrase after it is at least as long: "AWS Config recorder" is the Config recorder.
    const behind = index.brands.has(word) ? mentionAt(index, words, at + 1) : undefined
    const found = mentionAt(index, words, at)
    // “Must AWS train its staff” speaks of AWS, not of AWS training.
    const isActor = index.brands.has(word) && auxiliaries.has(words[at - 1] ?? '') && found !== undefined && !index.phrases.has(found.words.join(''))
    const here = isActor ? undefined : found
    const mention = behind !== undefined && behind.words.length >= (here?.words.length ?? 0) ? undefined : here
    at += mention?.words.length ?? 1
    if (mention !== undefined) {
      if (mention.concepts.length > 0) mentions.push(mention)
    } else if (!index.neutral.has(word) && !isNeutral(word) && !/^\d+$/.test(word)) {
      if (isKnown(index, word)) familiar.push(word)
      else {
        unknownWords.push(word)
        unknownProduct ||= index.brands.has(words[at - 2] ?? '') && !auxiliaries.has(words[at - 3] ?? '')
      }
    }
  }
  return { mentions, familiar, unknownWords, unknownProduct, words }
}

/** The stems of a phrase without its small words; undefined if it begins or ends with one, or fewer than two words are left. */
function coreOf(words: readonly string[]): string | undefined {
  if (smallWords.has(words[0] ?? '') || smallWords.has(words.at(-1) ?? '')) return undefined
  const core = words.filter((word) => !smallWords.has(word))
  return core.length < 2 ? undefined : core.map(stem).join(' ')
}

function isKnown({ neutral, phrases, stems, familiar, familiarStems }: Index, word: string): boolean {
  const root = stem(word)
  return neutral.has(word) || phrases.has(word) || stems.has(root) || familiar.has(word) || familiarStems.has(root)
}

/** The longest phrase that begins at this word. */
function mentionAt({ neutral, phrases, spaced, stems, cores }: Index, words: readonly string[], at: number): Mention | undefined {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length -= 1) {
    const part = words.slice(at, at + length)
    // “Am I” is no AMI, and “I am” no IAM: everyday words make an abbreviation only where its own name has the same space.
    if (length > 1 && part.every((word) => neutral.has(word)) && !spaced.has(part.map(stem).join(' '))) continue
    const exact = phrases.get(part.join(''))
    if (exact !== undefined) return { concepts: exact, words: part, at }
    if (length === 1 && neutral.has(part[0] ?? '')) return undefined
    const concepts = stems.get(part.map(stem).join('')) ?? cores.get(coreOf(part) ?? '')
    if (concepts !== undefined) return { concepts, words: part, at }
  }
  return undefined
}
