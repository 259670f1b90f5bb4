// What a channel was asked, from which the next question is chosen.
import type { Database } from 'better-sqlite3'
import type { AskedRound } from '../../../core/group-memory.ts'
import type { PlaceId } from '../../../core/quiz.ts'

/** More than a year of working days: what is older says little about today. */
const most = 300

export type AskedRounds = {
  /** The latest rounds of the channel. Those that were never posted do not count; those that were found in the channel and not taken over do. */
  of(place: PlaceId): readonly AskedRound[]
}

export function openAskedRounds(db: Database): AskedRounds {
  const latest = db.prepare<[string, number], Omit<AskedRound, 'open'> & { readonly open: number }>(
    // What doesn't count was asked all the same, but says nothing of what the group knows.
    `SELECT question, due_at AS at, day, iif(voided, 0, answered) AS answered, iif(voided, 0, right_answers) AS "right", state NOT IN ('closed', 'skipped') AS open
     FROM rounds WHERE place_id = (SELECT id FROM places WHERE name = +?)
     AND (state IN ('claimed', 'sending', 'open', 'closed') OR (state = 'skipped' AND message IS NOT NULL)) ORDER BY due_at DESC, id DESC LIMIT +?`,
  )
  return { of: (place) => latest.all(place, most).map((round) => ({ ...round, open: round.open === 1 })) }
}
