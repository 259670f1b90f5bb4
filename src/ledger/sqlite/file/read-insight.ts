// How a channel does, read from a ledger that a bot may be using.
import type { Comparison } from '../../../core/discrimination.ts'
import type { ClosedRound } from '../../../core/insight.ts'
import type { Progress } from '../../../core/progress.ts'
import type { PlaceId } from '../../../core/quiz.ts'
import type { RoundId } from '../../../core/round.ts'
import type { LocalDate } from '../../../core/time.ts'
import { openAnswersTable } from '../../tables/answers.ts'
import { openContentsTable } from '../../tables/contents.ts'
import { openOccurrences } from '../../tables/occurrences.ts'
import { roundReader } from '../../tables/round-row.ts'
import { openCaches } from './cache.ts'
import { openClosedRounds } from '../../tables/closed-rounds.ts'
import { explainError } from './explain-error.ts'
import { findChannel } from './find-channel.ts'
import { openToRead } from './verify.ts'

export type ReadInsight = { readonly place: PlaceId; readonly rounds: readonly ClosedRound[]; readonly compared: ReadonlyMap<RoundId, readonly Comparison[]> }

/** @param channel may be left out if there is only one. @returns the channels that have a daily question if it is none of them */
export function readInsight(file: string, channel: string | undefined, since: LocalDate, progress: Progress = () => undefined): ReadInsight | { readonly channels: readonly PlaceId[] } {
  const db = openToRead(file)
  try {
    const found = findChannel(db, channel)
    if ('channels' in found) return found
    const closed = openClosedRounds(db, openOccurrences(db, roundReader(openContentsTable(db, openCaches())), openAnswersTable(db)))
    const board = db.prepare<[string], number>(`SELECT b.id FROM boards b JOIN places p ON p.id = b.owner_id WHERE b.scope = 'place' AND b.period = 'all' AND p.name = +?`).pluck().get(found.place)
    const idOf = db.prepare<[string], number>('SELECT id FROM rounds WHERE name = ?').pluck()
    progress({ what: 'Reading answers' })
    const rounds = closed.since(found.place, since)
    const compare = ({ id }: ClosedRound, done: number) => {
      progress({ what: 'Comparing questions', done, of: rounds.length })
      return [id, board === undefined ? [] : closed.comparisons(idOf.get(id) ?? 0, board)] as const
    }
    const compared = new Map(rounds.map(compare))
    return { place: found.place, rounds, compared }
  } catch (fault) {
    throw explainError(fault, file)
  } finally {
    db.close()
  }
}
