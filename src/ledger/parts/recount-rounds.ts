// Counts a closed round again whose answers have changed since, and has its posts drawn again.
import { tally } from '../../core/close.ts'
import type { StoredRound } from '../tables/round-row.ts'
import type { Tables } from '../tables/tables.ts'

/** With those of other channels that share the question: their posts show the same result. */
export function recountClosed({ answers, rounds, occurrences }: Pick<Tables, 'answers' | 'rounds' | 'occurrences'>, stored: StoredRound): void {
  for (const each of [stored, ...occurrences.others(stored)]) {
    if (each.round.state !== 'closed') continue
    const { answered, right } = tally(each.round.key, answers.votes(each.id))
    rounds.step(each, 'recount', { answered, right })
  }
}
