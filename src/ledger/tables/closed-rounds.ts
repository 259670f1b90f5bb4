// Closed rounds of a channel with how people voted, and how the people of one round do in the others.
import { fewestElsewhere, type Comparison } from '../../core/discrimination.ts'
import type { ClosedRound } from '../../core/insight.ts'
import type { OptionId, PlaceId } from '../../core/quiz.ts'
import { isExtra } from '../../core/round.ts'
import { mayShowResult } from '../../core/small-groups.ts'
import type { LocalDate } from '../../core/time.ts'
import type { WeekMaterial } from '../../core/week-facts.ts'
import type { Occurrences } from './occurrences.ts'
import { optionsIn } from './options.ts'
import type { Statements } from './statements.ts'

/** More than a year and a half of working days. */
const most = 400
/** A thread of a bot that answers people reads no more at once. */
const mostCompared = 5_000

export type ClosedRounds = {
  since(place: PlaceId, day: LocalDate): readonly ClosedRound[]
  voidedSince(place: PlaceId, day: LocalDate): number
  /** Daily rounds of these days that don't count. */
  voidedDaily(place: PlaceId, from: LocalDate, to: LocalDate): WeekMaterial['voided']
  /** @param boardId the channel's board of all time */
  comparisons(roundId: number, boardId: number): readonly Comparison[]
}

type Row = { readonly id: number; readonly name: string; readonly place_id: number; readonly group_id: number; readonly shared_id: number | null; readonly question: string; readonly day: string; readonly occasion: string; readonly key: string; readonly other_keys: string | null }
type ComparisonRow = { readonly chosen: string; readonly is_right: number; readonly answered: number; readonly right_answers: number }

export function openClosedRounds(db: Statements, occurrences: Pick<Occurrences, 'votes' | 'hiddenVotes'>): ClosedRounds {
  const columns = 'id, name, place_id, group_id, shared_id, question, day, occasion, key, other_keys'
  const closed = db.prepare<[string, string, number], Row>(
    `SELECT ${columns} FROM rounds
     WHERE place_id = (SELECT id FROM places WHERE name = +?) AND state = 'closed' AND voided = 0 AND day >= +? ORDER BY due_at DESC, id DESC LIMIT +?`,
  )
  const voided = db.prepare<[string, string], number>(`SELECT count(*) FROM rounds WHERE place_id = (SELECT id FROM places WHERE name = +?) AND state = 'closed' AND voided = 1 AND day >= +?`).pluck()
  const voidedDaily = db.prepare<[string, string, string], Row>(
    `SELECT ${columns} FROM rounds WHERE place_id = (SELECT id FROM places WHERE name = +?) AND state = 'closed' AND voided = 1 AND day BETWEEN +? AND +? AND instr(occasion, '+') = 0 ORDER BY due_at, id`,
  )
  const compared = db.prepare<[number, number, number, number], ComparisonRow>(
    `SELECT a.chosen, a.is_right, s.answered, s.right_answers FROM answers a JOIN scores s ON s.person_id = a.person_id AND s.board_id = +?
     WHERE a.round_id = +? AND a.is_right IS NOT NULL AND a.superseded_by IS NULL AND s.answered > +? ORDER BY a.at, a.person_id LIMIT +?`,
  )

  function roundOf({ id, name, place_id, group_id, shared_id, question, day, occasion, key, other_keys: others }: Row): ClosedRound {
    const stored = { id, placeId: place_id, groupId: group_id, sharedId: shared_id, round: { occasion } }
    const votes = occurrences.votes(stored)
    const right = optionsIn(key)
    const shown = mayShowResult(right, votes, occurrences.hiddenVotes(stored), others === null ? [] : (JSON.parse(others) as (readonly OptionId[])[]))
    const answered = votes.reduce((all, { people }) => all + people, 0)
    return { id: name, question, day, extra: isExtra({ occasion }), key: right, answered, votes: shown ? votes : null }
  }

  return {
    since: (place, day) => closed.all(place, day, most).reverse().map(roundOf),
    voidedDaily: (place, from, to) => voidedDaily.all(place, from, to).map(roundOf).map(({ day, answered, votes }) => ({ day, answered, shown: votes !== null })),
    voidedSince: (place, day) => voided.get(place, day) ?? 0,
    comparisons: (roundId, boardId) =>
      compared.all(boardId, roundId, fewestElsewhere, mostCompared).map(({ chosen, is_right, answered, right_answers }) => ({
        chosen: optionsIn(chosen), right: is_right === 1, elsewhere: (right_answers - is_right) / (answered - 1),
      })),
  }
}
