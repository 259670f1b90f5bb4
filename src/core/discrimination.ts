// Whether the people who know more get a question right more often: if they don't, its key or its words deserve a second look.
import type { OptionId } from './quiz.ts'
import type { Range } from './confidence.ts'

/** One person's answer to the question, beside what they do elsewhere. */
export type Comparison = {
  readonly chosen: readonly OptionId[]
  readonly right: boolean
  /** Share of their other answers in the channel that were right, 0 to 1. */
  readonly elsewhere: number
}

export type Discrimination = {
  readonly people: number
  /** Correlation between being right here and being right elsewhere, -1 to 1, with its 95% interval. */
  readonly r: number
  readonly range: Range
  /** A wrong choice that more of the better half made than the right one; null if there is none. */
  readonly rival: readonly OptionId[] | null
}

/** With fewer people the interval is so wide that it says nothing: for 30 and a true value of 0 it is still ±0.36. */
const fewestToCompare = 30
/** Other answers that somebody needs before their share of right ones says anything. */
export const fewestElsewhere = 5

const z = 1.959_963_984_540_054

/**
 * The point-biserial correlation with the rest score, its interval by Fisher's transformation
 * (https://en.wikipedia.org/wiki/Fisher_transformation). Undefined if there are too few people, or all of them did the same.
 */
export function discrimination(answers: readonly Comparison[]): Discrimination | undefined {
  const people = answers.length
  if (people < fewestToCompare) return undefined
  const r = correlation(answers.map(({ right, elsewhere }) => [Number(right), elsewhere]))
  if (r === undefined) return undefined
  const middle = Math.atanh(Math.max(-0.999, Math.min(0.999, r)))
  const spread = z / Math.sqrt(people - 3)
  return { people, r, range: { low: Math.tanh(middle - spread), high: Math.tanh(middle + spread) }, rival: rivalOf(answers) }
}

/** A person should read the question again: the better half prefers a wrong choice, or being right here goes with nothing elsewhere. */
export const isSuspicious = ({ range, rival }: Discrimination): boolean => rival !== null || range.high < 0.1

function correlation(pairs: readonly (readonly [number, number])[]): number | undefined {
  const mean = (of: (pair: readonly [number, number]) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length
  const [x, y] = [mean(([one]) => one), mean(([, other]) => other)]
  const [xx, yy, xy] = [mean(([one]) => (one - x) ** 2), mean(([, other]) => (other - y) ** 2), mean(([one, other]) => (one - x) * (other - y))]
  return xx === 0 || yy === 0 ? undefined : xy / Math.sqrt(xx * yy)
}

function rivalOf(answers: readonly Comparison[]): readonly OptionId[] | null {
  const better = answers.toSorted((one, other) => other.elsewhere - one.elsewhere).slice(0, Math.floor(answers.length / 2))
  const right = better.filter((answer) => answer.right).length
  const wrong = Map.groupBy(better.filter((answer) => !answer.right), ({ chosen }) => chosen.toSorted().join(' '))
  const most = [...wrong.values()].toSorted((one, other) => other.length - one.length)[0]
  return most !== undefined && most.length > right ? (most[0]?.chosen ?? null) : null
}
