// Chooses between what look-ups find by themselves and what sentences in people's own words lead to.
import type { Course } from '../../course.ts'
import type { Answer } from '../answer.ts'
import { splitClauses } from '../clauses.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { candidates, targetOf, type Candidate, type Known } from './features.ts'
import { buildKinds } from './kinds.ts'
import { buildNear } from './near.ts'
import { openIndex, type Target } from './open-index.ts'
import { buildSaid } from './said.ts'
import { buildTokenizer, type Tokenizer, type Tokens } from './tokens.ts'
import { scoreOf } from './weights.ts'

/** @returns what answers best; undefined if that is what was found, or the course has no sentences */
export type Choose = (text: string, found: Answer) => Target | undefined

/** What a word counts for that tells the scene around the question. */
const inScene = 0.6

export function buildChoose(course: Course, read: Vocabulary['read']): Choose {
  const judge = buildJudge(course, read)
  return (text, found) => {
    const all = judge(text, found)
    const same = nearlySame(all)
    // Several terms side by side are what was asked for, and no sentence leads to them.
    if (same === undefined && found.kind === 'term' && targetOf(course, found) === undefined && found.of.kind === 'term') return undefined
    const [likeliest] = all.filter(isPossible).toSorted((one, other) => scoreOf(other) - scoreOf(one))
    const best = same ?? likeliest
    return best === undefined || best.features.found > 0 ? undefined : best.target
  }
}

/** The answer of a sentence that says the same, if no other answer has one as near. */
function nearlySame(all: readonly Candidate[]): Candidate | undefined {
  const [first, second] = all.toSorted((one, other) => other.features.nearest - one.features.nearest)
  return first !== undefined && first.features.nearest >= theSame && first.features.nearest - (second?.features.nearest ?? 0) > 0 ? first : undefined
}

/**
 * Where look-ups find nothing, words around the subject of a sentence must not stand for its subject: “what’s for lunch”. And where they find
 * something, it takes a sentence that is near to say that the documents don't hold it.
 */
function isPossible({ target, features: { found, lostSure, nearest, noneFound, noneLacking } }: Candidate): boolean {
  if (target.kind === 'none') return found + noneFound + noneLacking > 0 || nearest >= nearNone
  return lostSure <= 1 - leastSure || nearest >= nearlyTheSame
}

/** How near a sentence has to be to decide at once. */
const theSame = 0.97
/** How much of what a question is about an answer has to hold for sure; or else how near a sentence has to be. */
const leastSure = 0.5
const nearNone = 0.6
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
