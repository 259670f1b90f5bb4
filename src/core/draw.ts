// Drawing items by the weights of a blueprint, so that every topic gets its share.

const steps = 2 ** 20

type Weighted = { readonly id: string; readonly weight: number }

/**
 * How many of `count` items each group gets, by systematic sampling: the sum is exactly `count`, each group gets its quota rounded up or
 * down, and over many draws it gets its quota on average. Giving the remainders to the largest would leave small groups out forever.
 * https://en.wikipedia.org/wiki/Systematic_sampling
 *
 * @param groups with weights in any unit; shuffle them first, so that neighbors are not always the same
 * @param start from 0 (included) to 1 (excluded), at random
 */
export function quotas(groups: readonly Weighted[], count: number, start: number): ReadonlyMap<string, number> {
  const total = groups.reduce((sum, { weight }) => sum + weight, 0)
  const result = new Map<string, number>()
  // Between the numbers that sums of weights come to, so that no rounding error decides.
  const from = (Math.floor(start * steps) + 0.5) / steps
  let [passed, taken] = [0, 0]
  for (const [at, { id, weight }] of groups.entries()) {
    passed += weight
    const upTo = at === groups.length - 1 ? count : Math.ceil((count * passed) / total - from)
    result.set(id, upTo - taken)
    taken = upTo
  }
  return result
}
