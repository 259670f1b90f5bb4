// The part for how a channel does, in SQLite.
import type { Insight } from '../insight.ts'
import type { CommitQueue } from './file/commit-queue.ts'
import type { Tables } from './tables/tables.ts'

export function openInsight({ read }: Pick<CommitQueue, 'read'>, { closedRounds, rounds, scores }: Pick<Tables, 'closedRounds' | 'rounds' | 'scores'>): Insight {
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
