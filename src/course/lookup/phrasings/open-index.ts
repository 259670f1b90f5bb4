// The sentences of a course, ready to be searched.
import type { Course, Phrasing } from '../../course.ts'
import { keyOf } from './key.ts'
import { weightSteps } from './make-index.ts'

/** One way of answering, with the sentences that ask for it. */
export type Target = {
  readonly key: string
  readonly kind: Kind
  readonly answer: Phrasing['answer']
  /** How many of its sentences have the token. */
  readonly times: (token: string) => number
}
export type Kind = 'rows' | 'section' | 'term' | 'fact' | 'none'

/** The sentences that have a token: their places, and what it counts for in each. */
export type Postings = { readonly sentences: Int32Array; readonly weights: Float32Array }

export type OpenIndex = {
  readonly targets: readonly Target[]
  readonly byKey: ReadonlyMap<string, Target>
  /** The place of the target of each sentence. */
  readonly targetOf: Int32Array
  /** The length of each sentence, as a vector of its weighted tokens, squared. */
  readonly lengths: Float64Array
  readonly postings: ReadonlyMap<string, Postings>
  /** Rare tokens weigh more; one that no sentence has weighs most. */
  readonly weigh: (token: string) => number
}

export function openIndex({ answers, tokens, sentences: flat }: Course['phrasingIndex']): OpenIndex {
  const starts: number[] = []
  const uses = new Int32Array(tokens.length)
  for (let at = 0; at < flat.length; at += 2 + (flat[at + 1] ?? 0)) {
    starts.push(at)
    for (let place = tokensFrom(at); place < endOf(flat, at); place += 1) count(uses, (flat[place] ?? 0) >> 4)
  }
  const targetOf = Int32Array.from(starts, (at) => flat[at] ?? 0)
  const rarity = Float64Array.from(uses, (some) => Math.log(1 + starts.length / some))
  const posted = Array.from(uses, (some) => ({ sentences: new Int32Array(some), weights: new Float32Array(some) }))
  const lengths = new Float64Array(starts.length)
  const filled = new Int32Array(tokens.length)
  for (const [sentence, at] of starts.entries()) {
    let length = 0
    for (let place = tokensFrom(at); place < endOf(flat, at); place += 1) {
      const packed = flat[place] ?? 0
      const token = packed >> 4
      const weight = (packed & weightSteps) / weightSteps
      const postings = posted[token]
      const next = filled[token] ?? 0
      if (postings !== undefined) {
        postings.sentences[next] = sentence
        postings.weights[next] = weight
      }
      count(filled, token)
      length += ((rarity[token] ?? 0) * weight) ** 2
    }
    lengths[sentence] = length
  }
  const placeOf = new Map(tokens.map((token, at) => [token, at]))
  const postings = new Map(tokens.flatMap((token, at) => (posted[at] === undefined ? [] : [[token, posted[at]] as const])))
  const unheard = Math.log(1 + starts.length)
  const sentencesOf = Map.groupBy(targetOf.keys(), (sentence) => targetOf[sentence] ?? 0)
  const countsOf = (target: number): ReadonlyMap<number, number> => {
    const counts = new Map<number, number>()
    for (const sentence of sentencesOf.get(target) ?? []) {
      const at = starts[sentence] ?? 0
      for (const packed of flat.slice(tokensFrom(at), endOf(flat, at))) counts.set(packed >> 4, (counts.get(packed >> 4) ?? 0) + 1)
    }
    return counts
  }
  const targets = answers.map((answer, at): Target => {
    let counts: ReadonlyMap<number, number> | undefined
    return { ...namedBy(answer), times: (token) => (counts ??= countsOf(at)).get(placeOf.get(token) ?? -1) ?? 0 }
  })
  return { targets, byKey: new Map(targets.map((target) => [target.key, target])), targetOf, lengths, postings, weigh: (token) => rarity[placeOf.get(token) ?? -1] ?? unheard }
}

const tokensFrom = (sentence: number): number => sentence + 2
const endOf = (flat: readonly number[], sentence: number): number => sentence + 2 + (flat[sentence + 1] ?? 0)

function count(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}

/** An answer for which nobody has written a sentence. */
export const bareTarget = (answer: Phrasing['answer']): Target => ({ ...namedBy(answer), times: () => 0 })

function namedBy(answer: Phrasing['answer']): Omit<Target, 'times'> {
  const kind = answer === 'none' ? 'none' : 'rows' in answer ? 'rows' : 'section' in answer ? 'section' : 'term' in answer ? 'term' : 'fact'
  return { key: keyOf(answer), kind, answer }
}
