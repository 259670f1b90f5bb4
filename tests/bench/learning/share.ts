// What part of an oracle's gain over random questions a rule reaches, and how sure that is with so many seeds.

/** Scores on the exam of one seed. */
export type Scores = { readonly random: number; readonly oracle: number; readonly rule: number }

export type Share = {
  readonly share: number
  /** Other seeds give a share within twice this in 95 of 100 cases (https://en.wikipedia.org/wiki/Ratio_estimator). */
  readonly error: number
}

/** The share of the mean gains, not the mean of the shares: with one seed's small gain of the oracle a share of its own says nothing. */
export function shareOf(seeds: readonly Scores[]): Share {
  const mean = (of: (scores: Scores) => number) => seeds.reduce((sum, scores) => sum + of(scores), 0) / seeds.length
  const possible = mean(({ oracle, random }) => oracle - random)
  const share = mean(({ rule, random }) => rule - random) / possible
  const variance = mean(({ rule, oracle, random }) => (rule - random - share * (oracle - random)) ** 2) / (seeds.length - 1)
  return { share, error: Math.sqrt(variance) / possible }
}
