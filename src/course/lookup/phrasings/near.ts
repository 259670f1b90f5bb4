// The targets whose sentences are nearest to a question.
import type { OpenIndex, Target } from './open-index.ts'
import type { Tokens } from './tokens.ts'

/**
 * `nearest`: how near its nearest sentence is, as a cosine; `recalled`: how much of one of its sentences the question has; `held`: how much of the question its
 * sentences hold, taken together.
 */
export type Near = { readonly target: Target; readonly nearest: number; readonly recalled: number; readonly held: number }

/** What counts beside the nearest sentence when the most promising are picked. */
const heldCounts = 0.6

/** @param most so many, the most promising first */
export type FindNear = (asked: Tokens, most: number) => readonly Near[]

export function buildNear({ targets, targetOf, lengths, postings, weigh }: OpenIndex): FindNear {
  // Used again by every question: arrays of this size would keep the collector of garbage busy.
  const common = new Float64Array(targetOf.length)
  const heldBy = new Int32Array(targets.length)
  const [held, nearest, recalled] = [new Float64Array(targets.length), new Float64Array(targets.length), new Float64Array(targets.length)]
  return (asked, most) => {
    for (const each of [common, held, nearest, recalled, heldBy]) each.fill(0)
    let total = 0
    let length = 0
    let nth = 0
    for (const [token, weight] of asked) {
      const rarity = weigh(token)
      const worth = weight * rarity
      total += worth
      length += worth * worth
      nth += 1
      const posted = postings.get(token)
      if (posted === undefined) continue
      const { sentences, weights } = posted
      const points = worth * rarity
      for (let post = 0; post < sentences.length; post += 1) {
        const sentence = sentences[post] ?? 0
        const target = targetOf[sentence] ?? 0
        common[sentence] = (common[sentence] ?? 0) + points * (weights[post] ?? 0)
        if (heldBy[target] === nth) continue
        heldBy[target] = nth
        held[target] = (held[target] ?? 0) + worth
      }
    }
    for (let sentence = 0; sentence < targetOf.length; sentence += 1) {
      const alike = common[sentence] ?? 0
      if (alike === 0) continue
      const target = targetOf[sentence] ?? 0
      const own = lengths[sentence] ?? 1
      nearest[target] = Math.max(nearest[target] ?? 0, alike / Math.sqrt(length * own))
      recalled[target] = Math.max(recalled[target] ?? 0, alike / own)
    }
    const promise = nearest.map((each, at) => each + (heldCounts * (held[at] ?? 0)) / total)
    const [least = 0] = promise.toSorted().slice(-most)
    const best = [...targets.keys()].filter((at) => (held[at] ?? 0) > 0 && (promise[at] ?? 0) >= least)
    return best.toSorted((one, other) => (promise[other] ?? 0) - (promise[one] ?? 0)).slice(0, most).flatMap((at) => {
      const target = targets[at]
      return target === undefined ? [] : [{ target, nearest: nearest[at] ?? 0, recalled: recalled[at] ?? 0, held: (held[at] ?? 0) / total }]
    })
  }
}
