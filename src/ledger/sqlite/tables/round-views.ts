// Rounds with the answers people gave, as the parts for rounds and for closing show them.
import { tally } from '../../../core/close.ts'
import type { RoundView } from '../../rounds.ts'
import type { AnswersTable } from './answers.ts'
import type { StoredRound } from './round-row.ts'

/** More names than any screen shows. */
const namesLimit = 200

export function viewOf({ id, round }: StoredRound, answers: AnswersTable): RoundView {
  const { answered, votes } = tally(round.key, answers.votes(id))
  return { round, answered, votes, right: answers.right(id, namesLimit), mine: null }
}
