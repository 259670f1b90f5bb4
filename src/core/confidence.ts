// How sure a result is: the range in which somebody's level lies, given how many of their answers were right.

/** Both from 0 to 1. */
export type Range = { readonly low: number; readonly high: number }

/** The normal distribution leaves 5% outside of this many standard deviations. */
const z = 1.959_963_984_540_054

/**
 * The 95% interval for a share, by Wilson's score: it stays honest for few answers, and for none or all of them right.
 * https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval
 */
export function levelRange(right: number, answers: number): Range {
  if (answers <= 0) return { low: 0, high: 1 }
  const share = right / answers
  const middle = share + (z * z) / (2 * answers)
  const spread = z * Math.sqrt((share * (1 - share)) / answers + (z * z) / (4 * answers * answers))
  const scale = 1 + (z * z) / answers
  return { low: right === 0 ? 0 : Math.max(0, (middle - spread) / scale), high: right === answers ? 1 : Math.min(1, (middle + spread) / scale) }
}

/** In whole percents, rounded outward: the words never promise more than the numbers do. */
export const percentsOf = ({ low, high }: Range): Range => ({ low: Math.floor(low * 100), high: Math.ceil(high * 100) })
