// What the ledger holds in the end, read past the program.
import Database from 'better-sqlite3'

export type RecordedRound = {
  readonly name: string
  readonly place: string
  readonly occasion: string
  readonly state: string
  readonly reason: string | null
  readonly dueAt: number
  /** Of dates that were missed in a row: when the last of them was due. */
  readonly missedUntil: number | null
}

export type RecordedAnswer = {
  /** As the platform names the person. */
  readonly person: string
  readonly round: string
  readonly roundState: string
  readonly chosen: readonly string[]
  readonly right: boolean | null
}

export type Recorded = { readonly rounds: readonly RecordedRound[]; readonly answers: readonly RecordedAnswer[] }

type AnswerRow = { readonly person: string; readonly round: string; readonly state: string; readonly chosen: string; readonly is_right: number | null }

export function readRecord(file: string): Recorded {
  const db = new Database(file, { readonly: true })
  try {
    const rounds = db.prepare<[], RecordedRound>(
      `SELECT r.name, p.name AS place, r.occasion, r.state, r.reason, r.due_at AS dueAt, r.missed_until AS missedUntil
       FROM rounds r JOIN places p ON p.id = r.place_id ORDER BY r.due_at, r.id`,
    )
    const answers = db.prepare<[], AnswerRow>(
      `SELECT p.name AS person, r.name AS round, r.state, a.chosen, a.is_right
       FROM answers a JOIN rounds r ON r.id = a.round_id JOIN people p ON p.id = a.person_id`,
    )
    return {
      rounds: rounds.all(),
      answers: answers.all().map((row) => ({
        person: row.person.split(/[/:]/u).at(-1) ?? '',
        round: row.round,
        roundState: row.state,
        chosen: JSON.parse(row.chosen) as readonly string[],
        right: row.is_right === null ? null : row.is_right === 1,
      })),
    }
  } finally {
    db.close()
  }
}
