// Checks whether rounds are judged by their latest correction that was not taken back, and their answers by what the rounds say.
import type { Database } from 'better-sqlite3'

/** Answers that a correction has yet to reach are judged by what held before: `rejudge` says so. */
export function correctionProblems(db: Database): string[] {
  const rounds = db.prepare<[], { readonly name: string }>(
    `SELECT r.name FROM rounds r JOIN corrections c ON c.round_id = r.id
     WHERE c.id = (SELECT max(id) FROM corrections WHERE round_id = r.id AND undone_at IS NULL) AND (c.voided <> r.voided OR c.key <> r.key)`,
  )
  const answers = db.prepare<[], { readonly name: string }>(
    `SELECT DISTINCT r.name FROM rounds r JOIN answers a ON a.round_id = r.id WHERE r.rejudge = 0 AND a.superseded_by IS NULL AND a.is_right IS NOT NULL AND r.corrected_at IS NOT NULL
       AND (r.voided = 1 OR a.is_right <> (a.chosen = (SELECT json_group_array(value) FROM (SELECT value FROM json_each(r.key) ORDER BY value))))`,
  )
  const absent = db.prepare<[], { readonly name: string }>(
    `SELECT DISTINCT r.name FROM answers a JOIN rounds r ON r.id = a.round_id WHERE a.present = 0 AND a.superseded_by IS NULL
       AND (a.is_right IS NOT NULL OR (r.voided = 1 AND r.rejudge = 0 AND (r.feedback = 'instant' OR r.state = 'closed')))`,
  )
  return [
    ...rounds.all().map(({ name }) => `Round ${name} isn’t judged by its latest correction.`),
    ...answers.all().map(({ name }) => `Answers to round ${name} aren’t judged by its corrected answer.`),
    ...absent.all().map(({ name }) => `Answers to round ${name} don’t count as days, though they’re judged.`),
  ]
}
