// When the result of a group is kept back, because it would tell what somebody chose who is hidden.
import type { Votes } from './close.ts'
import type { OptionId } from './quiz.ts'

/** A vote among fewer than this many is easily told to be somebody's. A common bound for small cells: https://en.wikipedia.org/wiki/K-anonymity */
const smallestCrowd = 5

/** So many visible people have to be behind a wrong choice before it can hide one more: one of them alone would leave out their own vote. */
const behindEach = 2

/**
 * Whether everyone may see how a group voted, how many were right, and who. A group in which nobody hides sees it however small it is.
 * Where a hidden person answered, at least five must have, and visible people must have made at least two different wrong choices, each
 * at least two of them. Whether a hidden person was right can follow from names and points; with only one wrong choice among the
 * others, what they chose instead would follow, too.
 *
 * Nothing that a hidden person chose decides this, or keeping a result back would itself tell it. People who left the group without
 * hiding count as shown: they never asked for more, and their going must not close the results of those who stay.
 *
 * @param hidden how those of them chose who are hidden
 * @param otherKeys what else was shown as right, before a correction: who chose it is known, so it hides nobody
 */
export function mayShowResult(key: readonly OptionId[], all: readonly Votes[], hidden: readonly Votes[], otherKeys: readonly (readonly OptionId[])[] = []): boolean {
  const [everyone, hiding] = [byChoice(all), byChoice(hidden)]
  if (sum(hiding) === 0) return true
  const right = new Set([key, ...otherKeys].map(nameOf))
  const wrong = [...everyone].filter(([choice, people]) => !right.has(choice) && people - (hiding.get(choice) ?? 0) >= behindEach)
  return sum(everyone) >= smallestCrowd && wrong.length > 1
}

function byChoice(votes: readonly Votes[]): ReadonlyMap<string, number> {
  const choices = new Map<string, number>()
  for (const { chosen, people } of votes) {
    const name = nameOf(chosen)
    choices.set(name, (choices.get(name) ?? 0) + people)
  }
  return choices
}

const nameOf = (chosen: readonly OptionId[]): string => chosen.toSorted().join(' ')

const sum = (choices: ReadonlyMap<string, number>): number => [...choices.values()].reduce((total, people) => total + people, 0)
