// How often a question that most people got wrong is followed up, three days to three weeks later, by another one on the same facts.
import type { AskedRound } from '../../../src/core/group-memory.ts'
import { pointsOf, type Bank } from '../../../src/core/points.ts'
import { dayNumber } from '../../../src/core/question-worth.ts'

const within = { from: 3, until: 21 }
const restDays = 60

export type Comebacks = {
  /** Rounds that most people got wrong, at least three weeks before the end. */
  readonly missed: number
  /** Those about which the course has another question that had rested. */
  readonly possible: number
  /** Those that were followed up. */
  readonly made: number
}

/** @param rounds of one channel, the oldest first */
export function comebacksOf(bank: Bank, rounds: readonly AskedRound[]): Comebacks {
  const points = pointsOf(bank)
  const dayOf = ({ day }: AskedRound) => dayNumber(day)
  const end = Math.max(...rounds.map(dayOf))
  const missed = rounds.filter((round) => round.right * 2 < round.answered && dayOf(round) + within.until <= end)
  const isSibling = (id: string, other: string) => id !== other && (points.ofQuestion.get(id) ?? []).some((point) => points.ofQuestion.get(other)?.includes(point))
  const isFree = (id: string, from: number) => rounds.every((round) => round.question !== id || dayOf(round) > from || dayOf(round) + restDays <= from + within.until)
  const isPossible = (round: AskedRound) => bank.questions.some(({ id }) => isSibling(id, round.question) && isFree(id, dayOf(round)))
  const isMade = (round: AskedRound) =>
    rounds.some((later) => isSibling(later.question, round.question) && dayOf(later) - dayOf(round) >= within.from && dayOf(later) - dayOf(round) <= within.until)
  const possible = missed.filter(isPossible)
  return { missed: missed.length, possible: possible.length, made: possible.filter(isMade).length }
}
