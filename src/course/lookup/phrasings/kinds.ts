// Which kind of answer a question asks for, by the words around what it is about: learned from all sentences.
import type { Kind, OpenIndex } from './open-index.ts'
import type { Tokens } from './tokens.ts'

/** How likely each kind is, as a logarithm. */
export type Kinds = (asked: Tokens) => ReadonlyMap<Kind, number>

/** A token in fewer sentences says nothing. Words of a sentence depend on each other, so each is trusted less than if it stood alone. */
const fewest = 20
const trust = 0.7
/** Stands in for sentences that nobody has written. */
const unseen = 2

export function buildKinds({ targets, targetOf, postings }: OpenIndex): Kinds {
  const kinds = [...new Set(targets.map(({ kind }) => kind))]
  const count = (sentences: Int32Array): ReadonlyMap<Kind, number> => {
    const counts = new Map(kinds.map((kind) => [kind, 0]))
    for (const sentence of sentences) {
      const { kind } = targets[targetOf[sentence] ?? 0] ?? {}
      if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    return counts
  }
  const all = count(Int32Array.from(targetOf.keys()))
  const telling = new Map(
    [...postings].flatMap(([token, { sentences }]) => {
      if (sentences.length < fewest || /^[#~]/u.test(token)) return []
      const share = sentences.length / targetOf.length
      const own = count(sentences)
      return [[token, kinds.map((kind) => trust * Math.log(((own.get(kind) ?? 0) + unseen * share) / ((all.get(kind) ?? 0) + unseen) / share))] as const]
    }),
  )
  return (asked) => {
    const scores = kinds.map((kind, at) => [...asked.keys()].reduce((sum, token) => sum + (telling.get(token)?.[at] ?? 0), Math.log((all.get(kind) ?? 0) / targetOf.length)))
    const total = Math.log(scores.reduce((sum, score) => sum + Math.exp(score), 0))
    return new Map(kinds.map((kind, at) => [kind, (scores[at] ?? 0) - total]))
  }
}
