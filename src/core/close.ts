// What the close of a round makes of its answers: those that waited are judged, and all are counted.
import type { OptionId } from './quiz.ts'
import { isRight } from './round.ts'

/** How many people chose exactly these options. */
export type Votes = { readonly chosen: readonly OptionId[]; readonly people: number }

export type Tally = {
  /** People who answered. */
  readonly answered: number
  /** Those of them who were right. */
  readonly right: number
  /** People who chose each option; options without a vote are absent. */
  readonly votes: ReadonlyMap<OptionId, number>
}

export function tally(key: readonly OptionId[], all: readonly Votes[]): Tally {
  const votes = new Map<OptionId, number>()
  let answered = 0
  let right = 0
  for (const { chosen, people } of all) {
    answered += people
    if (isRight(key, chosen)) right += people
    for (const option of chosen) votes.set(option, (votes.get(option) ?? 0) + people)
  }
  return { answered, right, votes }
}

/**
 * The answers that were not judged when they arrived, with the verdict that boards count them by. Applied when a round closes, and
 * also when it fails: a post that could not be confirmed may have been seen and answered all the same.
 */
export function judgeWaiting<Waiting extends { readonly chosen: readonly OptionId[] }>(
  key: readonly OptionId[],
  waiting: readonly Waiting[],
): readonly (Waiting & { readonly right: boolean })[] {
  return waiting.map((answer) => ({ ...answer, right: isRight(key, answer.chosen) }))
}
