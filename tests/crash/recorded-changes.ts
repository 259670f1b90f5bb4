// What the ledger holds of corrections, links and final boards in the end, read past the program.
import Database from 'better-sqlite3'
import { voided } from './changes.ts'

export type RecordedCorrection = {
  readonly round: string
  readonly place: string
  readonly at: number
  readonly undoneAt: number | null
  /** As in {@link CorrectingTry}. */
  readonly to: string
  readonly before: string
  /** Answers from before it were judged at that moment already. */
  readonly judged: boolean
}

/** `day`: whose points it gives. `judgedAt`: infinite where it never was. `key`: what it is judged by in the end. */
export type CountedAnswer = { readonly person: string; readonly place: string; readonly round: string; readonly day: string; readonly at: number; readonly judgedAt: number; readonly chosen: string; readonly key: string }

export type RecordedFinal = { readonly place: string; readonly from: string; readonly to: string; readonly claimed: boolean; readonly posted: boolean; readonly problem: string | null }

export type RecordedChanges = {
  /** In their order. */
  readonly corrections: readonly RecordedCorrection[]
  readonly answers: readonly CountedAnswer[]
  /** Those that hold. */
  readonly links: readonly { readonly giver: string; readonly taker: string; readonly at: number }[]
  readonly finals: readonly RecordedFinal[]
}

type CorrectionRow = { readonly round: string; readonly place: string; readonly at: number; readonly undone_at: number | null; readonly voided: number; readonly key: string; readonly voided_before: number; readonly key_before: string; readonly judged: number }
type AnswerRow = Omit<CountedAnswer, 'judgedAt'> & { readonly judgedAt: number | null; readonly voided: number }
type FinalRow = { readonly place: string; readonly from: string; readonly to: string; readonly claimed: number; readonly message: string | null; readonly problem: string | null }

export function readChanges(file: string): RecordedChanges {
  const db = new Database(file, { readonly: true })
  try {
    const corrections = db.prepare<[], CorrectionRow>(
      `SELECT r.name AS round, p.name AS place, c.at, c.undone_at, c.voided, c.key, c.voided_before, c.key_before, r.feedback = 'instant' OR r.closed_at <= c.at AS judged
       FROM corrections c JOIN rounds r ON r.id = c.round_id JOIN places p ON p.id = r.place_id ORDER BY c.id`,
    )
    const answers = db.prepare<[], AnswerRow>(
      `SELECT p.name AS person, l.name AS place, r.name AS round, a.day, a.at, iif(r.feedback = 'instant', a.at, r.closed_at) AS judgedAt, a.chosen, r.key, r.voided
       FROM answers a JOIN rounds r ON r.id = a.round_id JOIN people p ON p.id = a.person_id JOIN places l ON l.id = r.place_id WHERE a.superseded_by IS NULL`,
    )
    const links = db.prepare<[], { readonly giver: string; readonly taker: string; readonly at: number }>('SELECT giver, taker, at FROM links WHERE ended_at IS NULL')
    const finals = db.prepare<[], FinalRow>('SELECT p.name AS place, f.from_date AS "from", f.to_date AS "to", f.claimed, f.message, f.problem FROM final_posts f JOIN places p ON p.id = f.place_id')
    return {
      corrections: corrections.all().map((row) => ({
        round: row.round, place: row.place, at: row.at, undoneAt: row.undone_at, judged: row.judged === 1,
        to: row.voided === 1 ? voided : letters(row.key), before: row.voided_before === 1 ? voided : letters(row.key_before),
      })),
      answers: answers.all().map(({ voided: isVoided, key, ...row }) => ({
        ...row, person: nameOf(row.person), chosen: letters(row.chosen), judgedAt: row.judgedAt ?? Infinity, key: isVoided === 1 ? voided : letters(key),
      })),
      links: links.all().map(({ giver, taker, at }) => ({ giver: nameOf(giver), taker: nameOf(taker), at })),
      finals: finals.all().map(({ claimed, message, ...final }) => ({ ...final, claimed: claimed === 1, posted: message !== null })),
    }
  } finally {
    db.close()
  }
}

/** As the platform names the person. */
const nameOf = (person: string): string => person.split(/[/:]/u).at(-1) ?? ''

const letters = (options: string): string => (JSON.parse(options) as readonly string[]).toSorted().join('')
