// Answers a question in free words: who is responsible, a term, a place in the documents, or "not covered".
import type { Concept, Course, Responsibility } from '../course.ts'
import type { Answer } from './answer.ts'
import { buildAsking } from './asked.ts'
import type { Asked } from './asked.ts'
import { decide } from './decide.ts'
import { buildLiteralSearch } from './literal-search.ts'
import type { LiteralSearch } from './literal-search.ts'
import { buildNames } from './names.ts'
import type { Names } from './names.ts'
import { buildRanking } from './rank-rows.ts'
import { conceptIds } from './row-concepts.ts'
import { buildSpokenOf, type SpokenOf } from './spoken-of.ts'
import { buildTextSearch } from './text-search.ts'
import type { TextSearch } from './text-search.ts'
import { buildTitles } from './titles.ts'
import type { Titles } from './titles.ts'
import { foundAnswer, rowsAnswer } from './to-answer.ts'
import { buildVocabulary } from './vocabulary.ts'
import { everydayWords } from './neutral-words.ts'
import type { Mention, Reading } from './vocabulary.ts'
import { readWords, stem } from './words.ts'

export type Lookup = {
  /** Reads the first 300 characters. */
  ask(text: string): Answer
  /** At most `limit` titles that complete what is typed, best first. Asking for one of them answers with its row. */
  suggest(prefix: string, limit: number): readonly string[]
  /** How much the course says of words that may be no look-up at all. */
  spokenOf(text: string): SpokenOf | undefined
}

/** In characters. Bounds the time that one question can take. */
const longestQuestion = 300
const nearestCount = 3
/** A leftover word counts less against an answer if the documents use it. */
const familiarWeight = 0.3
const asksForMeaning = /\b(?:define|definition|meaning|mean|means|stands? for|what(?:'?s| is| are) an?)\b/i

/** What is built once for a course. */
type Prepared = {
  readonly course: Course
  /** Ids of the concepts that at least one row is about. */
  readonly answered: ReadonlySet<string>
  readonly names: Names
  readonly asking: (reading: Reading) => Asked
  readonly rowsFor: (asked: Asked) => readonly Responsibility[]
  readonly search: TextSearch
  readonly literal: LiteralSearch
  readonly titles: Titles
  readonly read: (text: string) => Reading
}

export function buildLookup(course: Course): Lookup {
  const vocabulary = buildVocabulary(course)
  const ranking = buildRanking(course)
  const titles = buildTitles(course)
  const prepared: Prepared = {
    course,
    answered: new Set(course.responsibilities.flatMap(conceptIds)),
    names: buildNames(course),
    asking: buildAsking(course, vocabulary),
    rowsFor: (asked) => decide(ranking, asked),
    search: buildTextSearch(course),
    literal: buildLiteralSearch(course),
    titles,
    read: vocabulary.read,
  }
  function ask(text: string): Answer {
    const query = text.trim()
    const row = titles.byTitle(query)
    if (row !== undefined) return rowsAnswer(course, query, [row])
    const heading = prepared.names.findHeading(readWords(query.slice(0, longestQuestion)))
    if (heading !== undefined) return foundAnswer(course, query, heading)
    return answer(prepared, query, vocabulary.read(query.slice(0, longestQuestion)))
  }

  return { ask, suggest: titles.suggest, spokenOf: buildSpokenOf(course, ask) }
}

function answer(prepared: Prepared, query: string, reading: Reading): Answer {
  return find(prepared, query, reading) ?? literalAnswer(prepared, query) ?? { kind: 'none', query, nearest: nearest(prepared, reading) }
}

/** The place in the documents that holds the question word for word. */
function literalAnswer({ course, literal }: Prepared, query: string): Answer | undefined {
  const found = literal(readWords(query.slice(0, longestQuestion)))
  return found === undefined ? undefined : foundAnswer(course, query, found)
}

/** Only titles that have an answer when asked for. */
function nearest(prepared: Prepared, reading: Reading): readonly string[] {
  const { titles, read } = prepared
  const answered = (title: string) => titles.byTitle(title) !== undefined || find(prepared, title, read(title)) !== undefined
  return titles.nearest(reading).values().filter(answered).take(nearestCount).toArray()
}

function find(prepared: Prepared, query: string, reading: Reading): Answer | undefined {
  const { course, answered, names, search } = prepared
  const asked = prepared.asking(reading)
  const uncovered = [...asked.services, ...asked.things, ...asked.acts].filter(({ id }) => !answered.has(id))
  const named = names.find(reading)
  if (uncovered.length > 0) {
    return named !== undefined && 'term' in named ? foundAnswer(course, query, named) : uncoveredAnswer(prepared, query, uncovered)
  }
  const hasRest = reading.familiar.length + reading.unknownWords.length > 0
  if (named !== undefined && (hasRest || ('term' in named && asksForMeaning.test(query)))) return foundAnswer(course, query, named)
  const rows = isUnderstood(asked, reading) ? prepared.rowsFor(asked) : []
  if (rows.length > 0) return rowsAnswer(course, query, rows)
  if (reading.unknownProduct) return undefined
  const words = [...reading.mentions.flatMap((mention) => mention.words), ...reading.familiar, ...reading.unknownWords]
  const found = named ?? search.find(words)
  return found === undefined ? undefined : foundAnswer(course, query, found)
}

/** For concepts without a row: the term of the first, if each of them has a term. */
function uncoveredAnswer({ names, course }: Prepared, query: string, concepts: readonly Concept[]): Answer | undefined {
  const [first, ...more] = concepts.map(names.findConcept)
  return first === undefined || more.includes(undefined) ? undefined : foundAnswer(course, query, first)
}

/**
 * Leftover words change what is asked ("S3 prices", "the password of my TV"). An act alone allows none of them, a service alone allows
 * one that the documents use; otherwise the words that were understood have to outweigh them.
 */
function isUnderstood({ services, things, acts }: Asked, { mentions, unknownWords, familiar, unknownProduct }: Reading): boolean {
  const rest = unknownWords.length + familiar.length * familiarWeight
  if (rest === 0) return true
  if (unknownProduct) return false
  if (things.length === 0 && (services.length === 0 || acts.length === 0)) return services.length > 0 && rest <= familiarWeight
  if (services.length > 0) return rest <= mentions.reduce((sum, { words }) => sum + words.length, 0) / 2
  // "Root", "train" and "windows" are also everyday words, so "beer" beside them counts; "diesel" beside "UPS" does not.
  return rest <= mentions.reduce((sum, mention) => sum + (isEveryday(mention) ? 1 / 3 : mention.words.length), 0)
}

function isEveryday({ words }: Mention): boolean {
  return words.length === 1 && words.every((word) => everydayWords.has(stem(word)))
}
