// The columns of the table of rounds that tell a close: what a post shows besides its question, and whether the reply was claimed.
import type { PersonId } from '../../core/quiz.ts'
import { noExtras, type Extras } from '../../core/recap.ts'
import type { Instant, LocalDate } from '../../core/time.ts'
import { selectRounds, type ReadRound, type RoundRow, type StoredRound } from './round-row.ts'
import type { Statements } from './statements.ts'

export type RecapsTable = {
  /** Undefined before they were saved. */
  extras(roundId: number): Extras | undefined
  saveExtras(roundId: number, extras: Extras): void
  /** Open rounds whose extras name the person. */
  naming(person: PersonId): readonly StoredRound[]
  /** The newest daily question of the channel that closed since the one before `dueAt` was due. */
  closedBefore(placeId: number, dueAt: Instant): StoredRound | undefined
  /** Of rounds that are one question. */
  counts(rounds: readonly Ref[]): { readonly answered: number; readonly right: number }
  /** Whether a question of the channel and that week is judged otherwise than it was at that moment. */
  isJudgedOtherwise(placeId: number, week: { readonly from: LocalDate; readonly to: LocalDate }, since: Instant): boolean
  /** @returns false if it was claimed before */
  claimReply(roundId: number): boolean
  releaseReply(roundId: number): void
  /** In the channel, of the people who answered this round and are shown, the longest first. */
  streaks(roundId: number, placeId: number): readonly StreakRow[]
}

type Ref = Pick<StoredRound, 'id'>

type StreakRow = { readonly personId: number; readonly name: PersonId; readonly days: number }

const daily = `state IN ('open', 'closed') AND instr(occasion, '+') = 0`

export function openRecapsTable(db: Statements, storedRound: ReadRound): RecapsTable {
  const extras = db.prepare<[number], string | null>('SELECT extras FROM rounds WHERE id = ?').pluck()
  const saveExtras = db.prepare<[string, number]>('UPDATE rounds SET extras = ? WHERE id = ?')
  const naming = db.prepare<[string], RoundRow>(`${selectRounds} WHERE r.state = 'open' AND instr(r.extras, json_quote(+?)) > 0 ORDER BY r.place_id, r.opened_at`)
  const counts = db.prepare<[number], { answered: number; right: number }>('SELECT answered, right_answers AS "right" FROM rounds WHERE id = ?')
  const claim = db.prepare<[number]>('UPDATE rounds SET replied = 1 WHERE id = ? AND replied = 0')
  const release = db.prepare<[number]>('UPDATE rounds SET replied = 0 WHERE id = ?')
  const closedBefore = db.prepare<[number, number, number, number], RoundRow>(
    `${selectRounds} WHERE r.place_id = +? AND r.due_at < +? AND r.state = 'closed' AND instr(r.occasion, '+') = 0 AND r.closed_at > coalesce(
       (SELECT max(due_at) FROM rounds WHERE place_id = +? AND due_at < +? AND ${daily}), 0)
     ORDER BY r.due_at DESC LIMIT 1`,
  )
  const otherwise = db.prepare<[number, string, string, number, number], number>(
    `SELECT 1 FROM rounds r JOIN corrections c ON c.round_id = r.id WHERE r.place_id = +? AND r.day BETWEEN ? AND ?
       AND (c.at < +? AND coalesce(c.undone_at >= +?, true)) <> (c.undone_at IS NULL) LIMIT 1`,
  ).pluck()
  // Everyone whose streak goes on has answered the round that ended last.
  const streaks = db.prepare<[number, number], StreakRow>(
    `SELECT p.id AS personId, p.name, m.current AS days FROM answers a JOIN people p ON p.id = a.person_id
       JOIN members m ON m.person_id = a.person_id AND m.place_id = +?
     WHERE a.round_id = +? AND p.hidden = 0 AND p.gone = 0 ORDER BY m.current DESC, a.at, a.person_id`,
  )

  return {
    extras(roundId) {
      const text = extras.get(roundId)
      return text === undefined || text === null ? undefined : { ...noExtras, ...(JSON.parse(text) as Partial<Extras>) }
    },
    saveExtras: (roundId, all) => void saveExtras.run(JSON.stringify(all), roundId),
    naming: (person) => naming.all(person).map(storedRound),
    closedBefore(placeId, dueAt) {
      const row = closedBefore.get(placeId, dueAt, placeId, dueAt)
      return row === undefined ? undefined : storedRound(row)
    },
    counts: (rounds) => {
      const all = rounds.flatMap(({ id }) => counts.get(id) ?? [])
      return { answered: all.reduce((sum, { answered }) => sum + answered, 0), right: all.reduce((sum, { right }) => sum + right, 0) }
    },
    isJudgedOtherwise: (placeId, { from, to }, since) => otherwise.get(placeId, from, to, since, since) !== undefined,
    claimReply: (roundId) => claim.run(roundId).changes > 0,
    releaseReply: (roundId) => void release.run(roundId),
    streaks: (roundId, placeId) => streaks.all(placeId, roundId),
  }
}
