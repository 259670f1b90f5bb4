// Chooses between what look-ups find by themselves and what sentences in people's own words lead to.
import type { Course } from '../../course.ts'
import type { Answer, Lacking } from '../answer.ts'
import { splitClauses } from '../clauses.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { readWords } from '../words.ts'
import { candidates, targetOf, type Candidate, type Known } from './features.ts'
import { buildKinds } from './kinds.ts'
import { buildNear } from './near.ts'
import { openIndex, type Target } from './open-index.ts'
import { buildSaid } from './said.ts'
import { buildTokenizer, type Tokenizer, type Tokens } from './tokens.ts'
import { scoreOf } from './weights.ts'

/** @returns what answers best; undefined if that is what was found, or the course has no sentences */
export type Choose = (text: string, found: Answer, asked: { readonly meaning: boolean }) => Target | undefined

/** Each of what is compared has its row, and what a side does not do is the other side's: sentences say nothing of that. */
const compares = /\b(?:vs\.?|versus|or|and|compared?|difference)\b/iu
const negates = /\b(?:not|never|can['’]?t|cannot|don['’]?t|doesn['’]?t|won['’]?t|isn['’]?t|aren['’]?t)\b/iu
/** What a word counts for that tells the scene around the question. */
const inScene = 0.6

export function buildChoose(course: Course, read: Vocabulary['read']): Choose {
  const judge = buildJudge(course, read)
  return (text, found, { meaning }) => {
    if (isNamed(course, text, found, meaning)) return undefined
    const all = judge(text, found).filter(({ target }) => meaning || found.kind !== 'row' || target.kind !== 'term')
    const same = nearlySame(all)
    if (same === undefined && isSettled(course, text, found)) return undefined
    const best = same ?? likeliest(all.filter((candidate) => isPossible(candidate, found) && !(found.kind === 'row' && isOff(candidate))))
    const isTip = found.kind === 'term' && found.of.kind === 'tip'
    return best === undefined || best.features.found > 0 || (isTip && best.features.nearest < nearerThanTip) ? undefined : best.target
  }
}

/** What is compared, and what a side does or does not do, is found by its words. */
function isSettled(course: Course, text: string, found: Answer): boolean {
  if (found.kind === 'section') return found.note === undefined && negates.test(text)
  return found.kind === 'row' && (holdsTitle(text, found.rows) || (isSideBySide(course, found.rows) && compares.test(text)) || (found.side !== undefined && negates.test(text)))
}

/** What was called by its name alone, or asked to be defined, is found by it; several terms side by side are what was asked for. */
function isNamed(course: Course, text: string, found: Answer, meaning: boolean): boolean {
  const inOrder = (words: string): string => [...readWords(words)].sort().join(' ')
  if (found.kind === 'section') return inOrder(found.title) === inOrder(text)
  if (found.kind === 'row') return found.meaning !== undefined || found.rows.some(({ title }) => inOrder(title) === inOrder(text))
  return found.kind === 'term' && found.of.kind === 'term' && (meaning || targetOf(course, found) === undefined)
}

/** Different parties are responsible, or each is about a service of its own. */
function isSideBySide({ byId }: Course, rows: readonly { readonly id: string; readonly owner: string }[]): boolean {
  const services = rows.map(({ id }) => byId.responsibilities.get(id)?.service.join(' ') ?? '')
  return new Set(rows.map(({ owner }) => owner)).size > 1 || (rows.length > 1 && services.every((service) => service !== '') && new Set(services).size === rows.length)
}

/** Whether the whole title of the one row stands in the question. */
function holdsTitle(text: string, [row, ...more]: readonly { readonly title: string }[]): boolean {
  const spaced = (words: string): string => ` ${readWords(words).join(' ')} `
  return row !== undefined && more.length === 0 && readWords(row.title).length > 1 && spaced(text).includes(spaced(row.title.replace(/: .*$/u, '')))
}

function likeliest(all: readonly Candidate[]): Candidate | undefined {
  const scored = all.map((candidate) => ({ candidate, score: scoreOf(candidate) }))
  return scored.toSorted((one, other) => other.score - one.score)[0]?.candidate
}

/** The answer of a sentence that says the same, if no other answer has one as near. */
function nearlySame(all: readonly Candidate[]): Candidate | undefined {
  const [first, second] = all.toSorted((one, other) => other.features.nearest - one.features.nearest)
  return first !== undefined && first.features.nearest >= theSame && first.features.nearest > (second?.features.nearest ?? 0) ? first : undefined
}

/**
 * Where look-ups find nothing, words around the subject of a sentence must not stand for its subject: “what’s for lunch”. And where they find
 * something, it takes a sentence that is near to say that the documents don't hold it.
 */
function isPossible({ target, features: { found, lostSure, nearest, noneFound, noneLacking } }: Candidate, answer: Answer): boolean {
  if (target.kind === 'none') return found + noneFound + noneLacking > 0 || nearest >= nearNone
  if (answer.kind === 'none' && answer.lacks !== undefined && asksForMore.has(answer.lacks) && nearest < nearForMore) return false
  return lostSure <= 1 - leastSure || nearest >= nearlyTheSame
}

/** About another service than the one that is named, or about all of a service where a duty in it was found. */
const isOff = ({ features: { found, lacksService, broad } }: Candidate): boolean => found === 0 && lacksService + broad > 0

/** A number, a command, a date: who is responsible is no answer to that. */
const asksForMore: ReadonlySet<Lacking> = new Set(['value', 'code', 'history'])
const nearForMore = 0.7
/** How near a sentence has to be to decide at once. */
const theSame = 0.97
/** How much of what a question is about an answer has to hold for sure; or else how near a sentence has to be. */
const leastSure = 0.25
const nearNone = 0.75
/** A tip is none of the answers that sentences have, so nothing else speaks for it. */
const nearerThanTip = 0.7
const nearlyTheSame = 0.8

/** All that could answer a question, with what speaks for it. */
export function buildJudge(course: Course, read: Vocabulary['read']): (text: string, found: Answer) => readonly Candidate[] {
  if (course.phrasingIndex.sentences.length === 0) return () => []
  const tokenize = buildTokenizer(course)
  const index = openIndex(course.phrasingIndex)
  const services = new Set(course.concepts.flatMap(({ id, kind }) => (kind === 'service' ? [`#${id}`] : [])))
  const known: Known = { course, index, near: buildNear(index), kinds: buildKinds(index), said: buildSaid(course, tokenize), services }
  return (text, found) => {
    const asked = tokensOf(tokenize, read, text)
    return asked.size === 0 ? [] : candidates(known, asked, found)
  }
}

function tokensOf(tokenize: Tokenizer, read: Vocabulary['read'], text: string): Tokens {
  const { asking, scene } = splitClauses(text)
  const all = tokenize(read(text).words)
  if (scene.length === 0) return all
  const asks = tokenize(read(asking).words)
  return new Map([...all].map(([token, weight]) => [token, Math.max(asks.get(token) ?? 0, weight * inScene)]))
}
