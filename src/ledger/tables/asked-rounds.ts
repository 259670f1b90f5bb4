// What a channel was asked, from which the next question is chosen.
import type { AskedRound } from '../../core/group-memory.ts'
import type { PlaceId } from '../../core/quiz.ts'
import type { Statements } from './statements.ts'

/** More than a year of working days: what is older says little about today. */
const most = 300

export type AskedRounds = {
  /**
   * The latest rounds of the channel, and of those that it shares its question with: what they were asked together is one. Those that were
   * never posted do not count; those that were found in the channel and not taken over do.
   */
  of(place: PlaceId): readonly AskedRound[]
}

const wasAsked = `(state IN ('claimed', 'sending', 'open', 'closed') OR (state = 'skipped' AND message IS NOT NULL))`
const isOpen = `state NOT IN ('closed', 'skipped')`

type Row = Omit<AskedRound, 'open'> & { readonly open: number }

export function openAskedRounds(db: Statements): AskedRounds {
  const latest = db.prepare<[string, number], Row>(
    // What doesn't count was asked all the same, but says nothing of what the group knows.
    `SELECT question, due_at AS at, day, iif(voided = 1, 0, answered) AS answered, iif(voided = 1, 0, right_answers) AS "right", ${isOpen} AS open
     FROM rounds WHERE place_id = (SELECT id FROM places WHERE name = +?)
     AND ${wasAsked} ORDER BY due_at DESC, id DESC LIMIT +?`,
  )
  const shares = db.prepare<[string], number>('SELECT c.shared_id FROM places l JOIN shared_channels c ON c.place_id = l.id WHERE l.name = +?').pluck()
  const latestTogether = db.prepare<[number, number], Row>(
    `SELECT max(question) AS question, min(due_at) AS at, min(day) AS day, sum(iif(voided = 1, 0, answered)) AS answered, sum(iif(voided = 1, 0, right_answers)) AS "right",
       max(iif(${isOpen}, 1, 0)) AS open
     FROM rounds WHERE place_id IN (SELECT place_id FROM shared_channels WHERE shared_id = +?)
     AND ${wasAsked} GROUP BY coalesce(shared_id || ' ' || occasion, CAST(id AS TEXT)) ORDER BY at DESC LIMIT +?`,
  )
  return {
    of(place) {
      const sharedId = shares.get(place)
      const rows = sharedId === undefined ? latest.all(place, most) : latestTogether.all(sharedId, most)
      return rows.map((round) => ({ ...round, open: round.open === 1 }))
    },
  }
}
