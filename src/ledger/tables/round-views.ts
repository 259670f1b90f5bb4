// Rounds with the answers people gave, as the parts for rounds, closing and recaps show them.
import { tally } from '../../core/close.ts'
import { mayShowResult } from '../../core/small-groups.ts'
import type { RoundView } from '../rounds.ts'
import type { Occurrences } from './occurrences.ts'
import type { StoredRound } from './round-row.ts'

/** More names than any screen shows. */
const namesLimit = 200

/** With the answers of all channels that share the question. */
export function viewOf(stored: StoredRound, occurrences: Occurrences): RoundView {
  const { round } = stored
  const { answered, votes } = tally(round.key, occurrences.votes(stored))
  if (round.voided === true || !isResultShown(stored, occurrences)) return { round, answered, votes: null, right: [], mine: null }
  return { round, answered, votes, right: occurrences.right(stored, namesLimit), mine: null }
}

export const isResultShown = (stored: StoredRound, occurrences: Occurrences): boolean =>
  mayShowResult(stored.round.key, occurrences.votes(stored), occurrences.hiddenVotes(stored), stored.round.otherKeys)
