// When the result of a group is kept back, because it would tell what somebody chose who is hidden.
import type { Votes } from './close.ts'

/** A vote among fewer than this many is easily told to be somebody's. A common bound for small cells: https://en.wikipedia.org/wiki/K-anonymity */
const smallestCrowd = 5

/**
 * Whether everyone may see how a group voted, how many were right, and who. A group in which nobody hides sees it however small it is.
 * Where a hidden person answered, at least five must have, and the others must have chosen different things: if they all chose the
 * same, a vote that differs is the hidden person's, and if none differs, so is theirs.
 *
 * Nothing that a hidden person chose decides this, or keeping a result back would itself tell it. People who left the group without
 * hiding count as shown: they never asked for more, and their going must not close the results of those who stay.
 *
 * @param hidden how those of them chose who are hidden
 */
export function mayShowResult(all: readonly Votes[], hidden: readonly Votes[]): boolean {
  const [everyone, hiding] = [byChoice(all), byChoice(hidden)]
  if (sum(hiding) === 0) return true
  const shown = [...everyone].filter(([choice, people]) => people > (hiding.get(choice) ?? 0))
  return sum(everyone) >= smallestCrowd && shown.length > 1
}

function byChoice(votes: readonly Votes[]): ReadonlyMap<string, number> {
  const choices = new Map<string, number>()
  for (const { chosen, people } of votes) {
    const name = chosen.toSorted().join(' ')
    choices.set(name, (choices.get(name) ?? 0) + people)
  }
  return choices
}

const sum = (choices: ReadonlyMap<string, number>): number => [...choices.values()].reduce((total, people) => total + people, 0)
