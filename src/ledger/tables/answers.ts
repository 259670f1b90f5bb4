// The tables of answers and of votes, which count how many people chose the same options in a round.
import type { Votes } from '../../core/close.ts'
import type { OptionId, PersonId } from '../../core/quiz.ts'
import type { Answer } from '../../core/answer.ts'
import type { Instant } from '../../core/time.ts'
import { optionsIn } from './options.ts'
import { personColumns, personOf, type PersonRow, type StoredPerson } from './people.ts'
import type { Statements } from './statements.ts'

/** Without the person: their number is known. Options are in alphabetical order, so that equal choices are equal as text. */
export type StoredAnswer = Omit<Answer, 'person'>

type Found = StoredAnswer & { readonly right: boolean | null }

type Change = { readonly from: readonly OptionId[]; readonly to: readonly OptionId[]; readonly at: Instant }

export type AnswersTable = {
  find(roundId: number, personId: number): Found | undefined
  /** @param right null: judged at the close */
  add(roundId: number, personId: number, answer: StoredAnswer, right: boolean | null): void
  change(roundId: number, personId: number, change: Change): void
  /** Answers that are not judged yet, the first given first. */
  waiting(roundId: number, limit: number): readonly (StoredAnswer & { readonly person: StoredPerson; readonly present: boolean })[]
  /** Those of them whose day doesn't count yet. */
  absent(roundId: number, limit: number): readonly (StoredAnswer & { readonly person: StoredPerson })[]
  /** Its day counts. */
  markPresent(roundId: number, personId: number): void
  judge(roundId: number, personId: number, right: boolean): void
  votes(roundId: number): readonly Votes[]
  /** How those people chose who are hidden now, go by an alias, or had themselves forgotten. */
  hiddenVotes(roundId: number, groupId: number): readonly Votes[]
  /** When the last of them answered: null if none did, 0 if all had themselves forgotten. */
  lastHidden(roundId: number, groupId: number): Instant | null
  /** The first people who were right and are shown by their names. Who goes by an alias isn’t named here: their answer would follow. */
  right(roundId: number, limit: number): readonly { readonly id: PersonId; readonly name: string; readonly at: Instant }[]
}

type VotesRow = { readonly chosen: string; readonly people: number }
type AnswerRow = { readonly chosen: string; readonly at: number; readonly day: string }
type WaitingRow = AnswerRow & PersonRow & { readonly present: number }

export function openAnswersTable(db: Statements): AnswersTable {
  const sql = prepare(db)
  return {
    find(roundId, personId) {
      const row = sql.find.get(personId, roundId)
      return row === undefined ? undefined : { ...answerOf(row), right: row.is_right === null ? null : row.is_right === 1 }
    },
    add(roundId, personId, { chosen, at, day }, right) {
      const text = textOf(chosen)
      sql.add.run(personId, roundId, text, at, day, right === null ? null : Number(right), Number(right !== null))
      sql.vote.run(roundId, text)
    },
    change(roundId, personId, { from, to, at }) {
      const text = textOf(to)
      sql.change.run(text, at, personId, roundId)
      sql.unvote.run(roundId, textOf(from))
      sql.vote.run(roundId, text)
    },
    waiting: (roundId, limit) => sql.waiting.all(roundId, limit).map((row) => ({ ...answerOf(row), person: personOf(row), present: row.present === 1 })),
    absent: (roundId, limit) => sql.absent.all(roundId, limit).map((row) => ({ ...answerOf(row), person: personOf(row) })),
    markPresent: (roundId, personId) => void sql.markPresent.run(personId, roundId),
    judge: (roundId, personId, right) => void sql.judge.run(Number(right), personId, roundId),
    votes: (roundId) => sql.votes.all(roundId).map(votesOf),
    hiddenVotes: (roundId, groupId) => sql.hiddenVotes.all(roundId, groupId, roundId, groupId, roundId).map(votesOf),
    lastHidden: (roundId, groupId) => sql.lastHidden.get(roundId, groupId, roundId, groupId, roundId) ?? null,
    right: (roundId, limit) => sql.right.all(roundId, limit),
  }
}

function answerOf({ chosen, at, day }: AnswerRow): StoredAnswer {
  return { chosen: optionsIn(chosen), at, day }
}

function votesOf({ chosen, people }: VotesRow): Votes {
  return { chosen: optionsIn(chosen), people }
}

function textOf(chosen: readonly OptionId[]): string {
  return JSON.stringify(chosen)
}

/**
 * The answers to a round of those who are hidden or go by an alias, and those that were forgotten. From the few who are hidden to their
 * answers, in the order of a CROSS JOIN, and not through thousands of answers: https://www.sqlite.org/optoverview.html#crossjoin
 */
const ofHidden = (answer: string, forgotten: string): string =>
  `SELECT ${answer} FROM people p CROSS JOIN answers a ON a.person_id = p.id AND a.round_id = +?
   WHERE p.group_id = +? AND p.hidden = 1 AND a.superseded_by IS NULL
   UNION ALL
   SELECT ${answer} FROM people p CROSS JOIN answers a ON a.person_id = p.id AND a.round_id = +?
   WHERE p.group_id = +? AND p.alias_key IS NOT NULL AND p.hidden = 0 AND a.superseded_by IS NULL
   UNION ALL SELECT ${forgotten} FROM forgotten_votes WHERE round_id = +?`

const waiting = `SELECT ${personColumns}, a.chosen, a.at, a.day, a.present FROM answers a JOIN people p ON p.id = a.person_id
  WHERE a.round_id = +? AND a.is_right IS NULL AND a.superseded_by IS NULL`

function prepare(db: Statements) {
  return {
    find: db.prepare<[number, number], AnswerRow & { is_right: number | null }>('SELECT chosen, at, day, is_right FROM answers WHERE person_id = ? AND round_id = ?'),
    add: db.prepare<[number, number, string, number, string, number | null, number]>('INSERT INTO answers (person_id, round_id, chosen, at, day, is_right, present) VALUES (?, ?, ?, ?, ?, ?, ?)'),
    change: db.prepare<[string, number, number, number]>('UPDATE answers SET chosen = ?, at = ? WHERE person_id = ? AND round_id = ?'),
    vote: db.prepare<[number, string]>('INSERT INTO votes VALUES (?, ?, 1) ON CONFLICT (round_id, chosen) DO UPDATE SET people = votes.people + 1'),
    unvote: db.prepare<[number, string]>('UPDATE votes SET people = people - 1 WHERE round_id = ? AND chosen = ?'),
    waiting: db.prepare<[number, number], WaitingRow>(`${waiting} ORDER BY a.at, a.person_id LIMIT +?`),
    absent: db.prepare<[number, number], WaitingRow>(`${waiting} AND a.present = 0 ORDER BY a.at, a.person_id LIMIT +?`),
    markPresent: db.prepare<[number, number]>('UPDATE answers SET present = 1 WHERE person_id = ? AND round_id = ?'),
    judge: db.prepare<[number, number, number]>('UPDATE answers SET is_right = ?, present = 1 WHERE person_id = ? AND round_id = ?'),
    votes: db.prepare<[number], VotesRow>('SELECT chosen, people FROM votes WHERE round_id = +? AND people > 0 ORDER BY chosen'),
    hiddenVotes: db.prepare<[number, number, number, number, number], VotesRow>(
      `SELECT chosen, sum(people) AS people FROM (${ofHidden('a.chosen, 1 AS people', 'chosen, people')}) GROUP BY chosen ORDER BY chosen`,
    ),
    lastHidden: db.prepare<[number, number, number, number, number], number | null>(`SELECT max(at) FROM (${ofHidden('a.at', '0')})`).pluck(),
    right: db.prepare<[number, number], { id: PersonId; name: string; at: number }>(
      `SELECT p.name AS id, p.display_name AS name, a.at FROM answers a JOIN people p ON p.id = a.person_id
       WHERE a.round_id = +? AND a.is_right = 1 AND a.superseded_by IS NULL AND p.hidden = 0 AND p.gone = 0 AND p.alias IS NULL ORDER BY a.at, a.person_id LIMIT +?`,
    ),
  }
}
