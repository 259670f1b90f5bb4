// How many answers the posts of open rounds say there are: a column of the table of rounds that no round is read with.
import type { RoundId } from '../../core/round.ts'
import { selectRounds, type ReadRound, type RoundRow, type StoredRound } from './round-row.ts'
import type { Statements } from './statements.ts'

export type ShownCounts = {
  save(round: RoundId, answered: number): void
  /** The posts of the channel's open rounds are to be drawn again, whatever number they say. */
  outdate(placeId: number): void
  /** Open rounds whose post says another number than there are answers, or is outdated. */
  stale(): readonly StoredRound[]
}

export function openShownCounts(db: Statements, storedRound: ReadRound): ShownCounts {
  const save = db.prepare<[number, string]>('UPDATE rounds SET shown_answers = ? WHERE name = ?')
  const outdate = db.prepare<[number]>(`UPDATE rounds SET shown_answers = -1 WHERE place_id = ? AND state = 'open'`)
  const stale = db.prepare<[], RoundRow>(
    `${selectRounds} WHERE r.state = 'open' AND r.shown_answers <> coalesce(iif(r.shared_id IS NULL,
       (SELECT sum(people) FROM votes WHERE round_id = r.id),
       (SELECT sum(v.people) FROM rounds o JOIN votes v ON v.round_id = o.id WHERE o.shared_id = r.shared_id AND o.occasion = r.occasion)), 0) ORDER BY r.place_id, r.opened_at`,
  )
  return {
    save: (round, answered) => void save.run(answered, round),
    outdate: (placeId) => void outdate.run(placeId),
    stale: () => stale.all().map(storedRound),
  }
}
