// The rounds that were not posted and of which nobody has heard yet.
import type { GroupId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import { selectRounds, type ReadRound, type RoundRow, type StoredRound } from './round-row.ts'
import type { Statements } from './statements.ts'

export type UntoldTable = {
  /** Of a group, or of all, the oldest first. */
  rounds(group: GroupId | null): readonly StoredRound[]
  /** Those of a channel are to be told at `at`, if they would have been told later. */
  hurry(placeId: number, at: Instant): void
}

export function openUntoldTable(db: Statements, storedRound: ReadRound): UntoldTable {
  const ofGroup = db.prepare<[{ readonly group: GroupId | null }], RoundRow>(`${selectRounds} WHERE r.tell_at IS NOT NULL AND (CAST(@group AS TEXT) IS NULL OR g.name = @group) ORDER BY r.due_at, r.id`)
  // By the index of what is to be told, which is short, and not by that of the channel, which is years long.
  const hurry = db.prepare<[number, number, number]>('UPDATE rounds SET tell_at = ? WHERE tell_at > ? AND +place_id = ?')
  return {
    rounds: (group) => ofGroup.all({ group }).map(storedRound),
    hurry: (placeId, at) => void hurry.run(at, at, placeId),
  }
}
