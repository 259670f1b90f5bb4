// The answer to a question for an owner, and to keywords: rows if they were understood, else a term or a passage.
import type { Concept, Responsibility } from '../course.ts'
import type { Answer } from './answer.ts'
import type { Asked } from './asked.ts'
import { isCommon } from './english.ts'
import { everydayWords } from './neutral-words.ts'
import type { Prepared } from './prepared.ts'
import { isWholeSplit } from './row-concepts.ts'
import { foundAnswer, namedAnswer, rowsAnswer } from './to-answer.ts'
import type { Mention, Reading } from './vocabulary.ts'
import { readWords, stem } from './words.ts'

/** `query`: all that was typed. `text`: the part of it that asks, and `reading` what it says. */
export type Query = { readonly query: string; readonly text: string; readonly reading: Reading }

/** A leftover word counts less against an answer if the documents use it. */
const familiarWeight = 0.3
/** “Home”, “cleaning”: also one of everyday language. */
const commonWeight = 0.34
/** What an everyday word counts against leftover words, if a mention is just that. */
const everydayWeight = 1 / 3
/** In words: who says that much means just that, beside a word for something wider. */
const longPhrase = 3
const asksForMeaning = /\b(?:define|definition|meaning|mean|means|stands? for|what(?:'?s| is| are) an?)\b/i

/** @param owner whether somebody is asked for: then more words may be left over */
export function findAnswer(prepared: Prepared, { query, text, reading }: Query, { owner = false } = {}): Answer | undefined {
  const { course, names, search, rowWords, sections } = prepared
  const asked = prepared.asking(reading)
  const uncovered = uncoveredOf(prepared, asked)
  const called = names.find(reading)
  const named = called !== undefined && 'term' in called && ownNumbers(reading).length > 0 ? undefined : called
  if (uncovered.length > 0) {
    return named !== undefined && 'term' in named ? namedAnswer(course, query, named.term) : uncoveredAnswer(prepared, query, uncovered)
  }
  const hasRest = reading.familiar.length + reading.unknownWords.length > 0
  if (named !== undefined && ((hasRest && !owner) || ('term' in named && asksForMeaning.test(text)))) return foundAnswer(course, query, sections.whole(named), { whole: true })
  const titled = asked.services.length > 1 || asked.apart ? undefined : rowWords.titled(reading.words, prepared.sideOf)
  const rows = isUnderstood(asked, reading) ? prepared.rowsFor(asked) : []
  const [only, ...others] = rows
  const isNearer = titled !== undefined && !(isWholeSplit(titled) && only !== undefined) && (only === undefined || others.length > 0 || sharedWith(only, reading) < sharedWith(titled, reading))
  if (isNearer) return rowsAnswer(course, query, [titled])
  const whole = only !== undefined && others.length === 0 && isWholeSplit(only) && asked.services.length === 1 ? rowWords.narrower(only, wordsBesides(reading).filter((word) => prepared.sideOf(word) === undefined)) : undefined
  if (whole !== undefined) return rowsAnswer(course, query, [whole])
  if (rows.length > 0) return rowsAnswer(course, query, asked.apart || asked.services.length > 1 ? rows : secondOpinion(prepared, rows, reading))
  if (reading.unknownProduct) return undefined
  const byWords = owner && reading.unknownWords.length === 0 ? (rowWords.within(reading.words, prepared.sideOf) ?? rowWords.find(reading.words, asked)) : undefined
  if (byWords !== undefined) return rowsAnswer(course, query, [byWords])
  const words = [...reading.mentions.flatMap((mention) => mention.words), ...reading.familiar, ...reading.unknownWords]
  if (named !== undefined) return foundAnswer(course, query, sections.whole(named), { whole: true })
  const found = search.find(words, reading.mentions.length > 0 && (!owner || reading.unknownWords.length > 0))
  return found === undefined ? undefined : foundAnswer(course, query, found)
}

/** Of rows with different owners, the one for what a long phrase names, or the one that holds more of the words. */
function secondOpinion({ rowWords }: Prepared, rows: readonly Responsibility[], reading: Reading): readonly Responsibility[] {
  if (new Set(rows.map(({ owner }) => owner)).size < 2) return rows
  const head = headOf(reading)
  const ofHead = head === undefined ? [] : rows.filter(({ thing }) => head.concepts.some(({ id }) => thing.includes(id)))
  if (ofHead.length > 0 && ofHead.length < rows.length) return ofHead
  const longest = (row: Responsibility): number => Math.max(0, ...reading.mentions.map(({ words, concepts }) => (concepts.some(({ id }) => row.thing.includes(id)) ? words.length : 0)))
  const named = rows.filter((row) => longest(row) >= longPhrase)
  return named.length === 1 && rows.every((row) => named.includes(row) || longest(row) <= 1) ? named : rowWords.choose(rows, wordsBesides(reading))
}

/** Of things named right after each other, the last: “backup power” is power. */
function headOf({ mentions }: Reading): Mention | undefined {
  const things = mentions.filter(({ concepts }) => concepts.some(({ kind }) => kind === 'thing'))
  const [last] = things.slice(-1)
  const isOne = things.length > 1 && things.slice(1).every((mention, index) => mention.at === (things[index]?.at ?? 0) + (things[index]?.words.length ?? 0))
  return isOne ? last : undefined
}

/** How many words of its title the question has. */
function sharedWith({ title }: Responsibility, { words }: Reading): number {
  const roots = new Set(words.map(stem))
  return new Set(readWords(title).map(stem).filter((root) => roots.has(root))).size
}

/** All but the names of services and things, which the rows have in common. */
function wordsBesides({ mentions, words }: Reading): readonly string[] {
  const inNames = new Set(mentions.filter(({ concepts }) => concepts.some(({ kind }) => kind !== 'act')).flatMap((mention) => mention.words))
  return words.filter((word) => !inNames.has(word))
}

/** What people ask for and no row is about. */
export const uncoveredOf = ({ answered }: Prepared, { services, things, acts }: Asked): readonly Concept[] => [...services, ...things, ...acts].filter(({ id }) => !answered.has(id))

/** For concepts without a row: the term of the first, if each of them has a term. */
function uncoveredAnswer({ names, course }: Prepared, query: string, concepts: readonly Concept[]): Answer | undefined {
  const [first, ...more] = concepts.map(names.findConcept)
  if (first === undefined || more.includes(undefined)) return undefined
  return 'term' in first ? namedAnswer(course, query, first.term) : foundAnswer(course, query, first)
}

/**
 * Leftover words change what is asked ("S3 prices", "the password of my TV"). An act or a service alone allows none of them; otherwise the words that were understood have to outweigh them.
 */
export function isUnderstood({ services, things, acts }: Asked, { mentions, words, unknownWords, familiar, unknownProduct }: Reading): boolean {
  // “Terraform vs Pulumi”: one side of the comparison is unknown.
  if (unknownWords.length > 0 && services.length + things.length < 2 && words.some((word) => versus.has(word))) return false
  const objects = (list: readonly string[]): number => list.filter((word) => isOf(words, word, mentions)).length
  const rest = unknownWords.length + objects(unknownWords) * objectWeight.unknown + familiar.length * familiarWeight + objects(familiar) * objectWeight.familiar
  if (ownNumbers({ mentions, words }).length > 0 && (things.length + acts.length === 0 || (services.length === 0 && mentions.every(isEveryday)))) return false
  if (rest === 0) return true
  if (unknownProduct) return false
  if (things.length === 0 && (services.length === 0 || acts.length === 0)) return false
  if (services.length > 0) return rest <= mentions.reduce((sum, { words }) => sum + words.length, 0) / 2
  // "Root", "train" and "windows" are also everyday words, so "beer" beside them counts; "diesel" beside "UPS" does not.
  const understood = mentions.reduce((sum, mention) => sum + (isEveryday(mention) ? everydayWeight : mention.words.length), 0)
  const common = familiar.filter(isCommon).length * (commonWeight - familiarWeight)
  return rest + common <= understood
}

/** “A kernel of truth”, “a cable for my TV”: then the word before it means something else, too. */
function isOf(words: readonly string[], word: string, mentions: readonly Mention[]): boolean {
  const at = words.indexOf(word)
  const of = words.slice(0, at).findLastIndex((each) => prepositions.has(each))
  return of !== -1 && at - of <= 2 && mentions.some((mention) => mention.at + mention.words.length === of)
}

const prepositions: ReadonlySet<string> = new Set(['of', 'in', 'for', 'on', 'at', 'with'])
/** What a word after one of them counts besides. */
const objectWeight = { unknown: 1.5, familiar: 0.5 }

/** Numbers that are part of no name. */
export function ownNumbers({ mentions, words }: Pick<Reading, 'mentions' | 'words'>): readonly string[] {
  const inNames = new Set(mentions.flatMap((mention) => mention.words))
  return words.filter((word) => /^\d+$/u.test(word) && !inNames.has(word))
}

const versus: ReadonlySet<string> = new Set(['vs', 'versus', 'compare', 'compared', 'difference'])

export const isEveryday = ({ words }: Mention): boolean => words.length === 1 && words.every(isOrdinary)

const isOrdinary = (word: string): boolean => everydayWords.has(stem(word)) || isCommon(word)
