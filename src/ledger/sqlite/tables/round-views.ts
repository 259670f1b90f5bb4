// Rounds with the answers people gave, as the parts for rounds, closing and recaps show them.
import { tally } from '../../../core/close.ts'
import { mayShowResult } from '../../../core/small-groups.ts'
import type { RoundView } from '../../rounds.ts'
import type { AnswersTable } from './answers.ts'
import type { StoredRound } from './round-row.ts'

/** More names than any screen shows. */
const namesLimit = 200

export function viewOf(stored: StoredRound, answers: AnswersTable): RoundView {
  const { id, round } = stored
  const { answered, votes } = tally(round.key, answers.votes(id))
  if (round.voided === true || !isResultShown(stored, answers)) return { round, answered, votes: null, right: [], mine: null }
  return { round, answered, votes, right: answers.right(id, namesLimit), mine: null }
}

export const isResultShown = ({ id, groupId, round }: StoredRound, answers: AnswersTable): boolean =>
  mayShowResult(round.key, answers.votes(id), answers.hiddenVotes(id, groupId), round.otherKeys)
