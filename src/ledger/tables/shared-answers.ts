// The answers of learners to questions that several channels share, and which of them count.
import type { OptionId } from '../../core/quiz.ts'
import type { Instant, LocalDate } from '../../core/time.ts'
import { optionsIn } from './options.ts'
import type { CountedAs } from './scores.ts'
import { personColumns, personOf, type PersonRow, type StoredPerson } from './people.ts'
import type { Statements } from './statements.ts'

/** `supersededBy`: the round whose answer counts instead. `right`: null if it was not judged. */
export type SharedAnswer = {
  readonly person: StoredPerson
  readonly roundId: number
  readonly sharedId: number
  readonly occasion: string
  readonly supersededBy: number | null
  readonly chosen: readonly OptionId[]
  readonly at: Instant
  readonly day: LocalDate
  readonly right: boolean | null
  /** Its day counts where the answer does. */
  readonly present: boolean
}

export type SharedAnswers = {
  /** The earliest first. */
  of(learnerId: number): readonly SharedAnswer[]
  save(roundId: number, personId: number, supersededBy: number | null): void
  /** @param right null: it isn't judged */
  judge(roundId: number, personId: number, as: CountedAs): void
  addVote(roundId: number, chosen: readonly OptionId[], by: 1 | -1): void
  /** What is shared in the groups in which the learner is known. */
  sharedWith(learnerId: number): readonly number[]
  /** As whom the learner has a streak, in channels that have shared a question. */
  seatsOf(learnerId: number): readonly { readonly personId: number; readonly placeId: number }[]
}

type Row = PersonRow & {
  readonly round_id: number
  readonly shared_id: number
  readonly occasion: string
  readonly superseded_by: number | null
  readonly chosen: string
  readonly at: number
  readonly day: string
  readonly is_right: number | null
  readonly present: number
}

export function openSharedAnswers(db: Statements): SharedAnswers {
  const people = 'FROM accounts c CROSS JOIN people p ON p.account_id = c.id'
  const of = db.prepare<[number], Row>(
    `SELECT ${personColumns}, a.round_id, r.shared_id, r.occasion, a.superseded_by, a.chosen, a.at, a.day, a.is_right, a.present
     ${people} CROSS JOIN answers a ON a.person_id = p.id CROSS JOIN rounds r ON r.id = a.round_id
     WHERE c.learner_id = +? AND r.shared_id IS NOT NULL ORDER BY a.at, a.round_id, p.id`,
  )
  const save = db.prepare<[number | null, number, number]>('UPDATE answers SET superseded_by = ? WHERE round_id = ? AND person_id = ?')
  const judge = db.prepare<[number | null, number, number, number]>('UPDATE answers SET is_right = ?, present = ? WHERE round_id = ? AND person_id = ?')
  const addVote = db.prepare<[number, string, number]>('INSERT INTO votes (round_id, chosen, people) VALUES (?, ?, ?) ON CONFLICT (round_id, chosen) DO UPDATE SET people = votes.people + excluded.people')
  const sharedWith = db
    .prepare<[number], number>(`SELECT DISTINCT s.shared_id ${people} JOIN places l ON l.group_id = p.group_id JOIN shared_channels s ON s.place_id = l.id WHERE c.learner_id = +? ORDER BY s.shared_id`)
    .pluck()
  const seatsOf = db.prepare<[number], { readonly personId: number; readonly placeId: number }>(
    `SELECT m.person_id AS personId, m.place_id AS placeId ${people} CROSS JOIN members m ON m.person_id = p.id
     WHERE c.learner_id = +? AND EXISTS (SELECT 1 FROM rounds r WHERE r.place_id = m.place_id AND r.shared_id IS NOT NULL) ORDER BY c.id, m.person_id, m.place_id`,
  )
  return {
    of: (learnerId) =>
      of.all(learnerId).map((row) => ({
        person: personOf(row), roundId: row.round_id, sharedId: row.shared_id, occasion: row.occasion, supersededBy: row.superseded_by,
        chosen: optionsIn(row.chosen), at: row.at, day: row.day, right: row.is_right === null ? null : row.is_right === 1, present: row.present === 1,
      })),
    save: (roundId, personId, supersededBy) => void save.run(supersededBy, roundId, personId),
    judge: (roundId, personId, { right, present }) => void judge.run(right === null ? null : Number(right), Number(present), roundId, personId),
    addVote: (roundId, chosen, by) => void addVote.run(roundId, JSON.stringify(chosen), by),
    sharedWith: (learnerId) => sharedWith.all(learnerId),
    seatsOf: (learnerId) => seatsOf.all(learnerId),
  }
}
