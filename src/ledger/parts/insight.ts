// The part for how a channel does.
import type { Insight } from '../insight.ts'
import type { Jobs } from '../jobs.ts'
import type { Tables } from '../tables/tables.ts'

export function openInsight({ read }: Pick<Jobs, 'read'>, { closedRounds, rounds, scores }: Pick<Tables, 'closedRounds' | 'rounds' | 'scores'>): Insight {
  return {
    closed: (place, since) => read(() => closedRounds.since(place, since)),
    voided: (place, since) => read(() => closedRounds.voidedSince(place, since)),
    comparisons: (round) =>
      read(() => {
        const stored = rounds.find(round)
        const board = stored === undefined ? undefined : scores.boardId('place', stored.placeId, 'all', stored.round.day)
        return stored === undefined || board === undefined ? [] : closedRounds.comparisons(stored.id, board)
      }),
  }
}
