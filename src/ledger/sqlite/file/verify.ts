// Checks a ledger: the file itself, the references between its rows, whether boards and streaks are the sum of the answers, whether the words
// of questions are those that were asked, whether private sessions can be read, and whether learners are who is linked.
import Database from 'better-sqlite3'
import { statSync } from 'node:fs'
import { addAnswer, boardsOf, noScore, scopes, type Scope, type Score } from '../../../core/board.ts'
import { numberOf } from '../../../core/number-of.ts'
import type { Progress } from '../../../core/progress.ts'
import { seasonOn, type Season } from '../../../core/season.ts'
import { LedgerError } from '../../ledger-error.ts'
import { contentHash } from '../../tables/contents.ts'
import { emptiedCopy } from './emptied.ts'
import { explainError } from './explain-error.ts'
import { foreignLogSentence, hasForeignLog } from './foreign-log.ts'
import { correctionProblems } from './verify-corrections.ts'
import { courseProblems } from './verify-courses.ts'
import { linkProblems } from './verify-links.ts'
import { memoryProblems } from './verify-memories.ts'
import { sessionProblems } from './verify-sessions.ts'
import { sharedProblems } from './verify-shared.ts'
import { streakProblems } from './verify-streaks.ts'
import { migrate, readMigrations, versionOf } from './migrate.ts'

export type Verdict = {
  /** In sentences; empty if all is well. */
  readonly problems: readonly string[]
  readonly answers: number
  /** Entries of the study log: what was answered in channels and alone. */
  readonly studied: number
  /** Who they are from. */
  readonly learners: number
  readonly rounds: number
  readonly people: number
}

type AnswerRow = {
  readonly person_id: number
  readonly place_id: number
  readonly group_id: number
  readonly day: string
  readonly is_right: number | null
  readonly course: number
}

type ScoreRow = {
  readonly person_id: number
  readonly scope: string
  readonly owner_id: number
  readonly period: string
  readonly points: number
  readonly answered: number
  readonly right_answers: number
  readonly days: number
}

/** More of them would say nothing new. */
const problemsShown = 20

const checks = new Map<string, (db: Database.Database) => readonly string[]>([
  ['the file', fileProblems], ['leaderboards', scoreProblems], ['streaks', streakProblems], ['corrections', correctionProblems], ['courses', courseProblems], ['votes', voteProblems],
  ['ranks', levelProblems], ['the words of questions', contentProblems], ['questions of teams', teamProblems], ['what people remember', memoryProblems],
  ['private sessions', sessionProblems], ['linked accounts', linkProblems], ['shared channels', sharedProblems],
])

/**
 * Checks a ledger or a backup, also while a bot uses it, and changes nothing.
 *
 * @throws LedgerError if the file is not a ledger, or was written by a newer version
 */
export function verifyLedger(file: string, progress: Progress = () => undefined): Verdict {
  progress({ what: 'Opening the database' })
  const db = openToRead(file)
  try {
    const count = (table: string) => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
    return db.transaction(() => ({
      problems: [...emptiedProblem(db, file), ...checked(db, progress)].slice(0, problemsShown),
      answers: count('answers'),
      studied: count('study_log'),
      learners: Number(db.prepare('SELECT count(DISTINCT a.learner_id) FROM study_log l JOIN accounts a ON a.id = l.account_id').pluck().get()),
      rounds: count('rounds'),
      people: count('people'),
    }))()
  } catch (fault) {
    throw explainError(fault, file)
  } finally {
    db.close()
  }
}

function checked(db: Database.Database, progress: Progress): readonly string[] {
  return [...checks].flatMap(([what, check], done) => {
    progress({ what: `Checking ${what}`, done, of: checks.size })
    return check(db)
  })
}

const nameAnother = 'Name the database that the bot uses, or a backup of it.'

/** SQLite takes an empty file for a database, and a folder for a broken disk. */
function refuseWhatIsNone(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) throw new LedgerError('cannot-open', `There is no database ${file}. ${nameAnother}`)
  if (found.isDirectory()) throw new LedgerError('foreign', `${file} is a folder, not a database. ${nameAnother}`)
  if (found.size === 0) throw new LedgerError('foreign', `The file ${file} is empty. ${nameAnother}`)
}

const notOurs = (file: string, cause?: unknown) => new LedgerError('foreign', `The file ${file} isn't a database of this bot. ${nameAnother}`, cause)

/** A ledger or a backup to look into, also while a bot uses it. @throws LedgerError */
export function openToRead(file: string): Database.Database {
  refuseWhatIsNone(file)
  if (hasForeignLog(file)) throw new LedgerError('damaged', foreignLogSentence(file))
  let db: Database.Database | undefined
  try {
    db = new Database(file, { readonly: true })
    const migrations = readMigrations()
    const version = versionOf(db)
    if (version === migrations.length) return db
    refuseUnreadable(db, file, version, migrations.length)
    const earlier = copyInMemory(db)
    db.close()
    migrate(earlier, migrations)
    return earlier
  } catch (fault) {
    db?.close()
    const explained = explainError(fault, file)
    if (explained instanceof LedgerError && explained.code === 'foreign' && explained !== fault) {
      throw notOurs(file, fault)
    }
    throw explained
  }
}

/** What is neither a ledger of this version nor one that can be migrated. */
function refuseUnreadable(db: Database.Database, file: string, version: number, newest: number): void {
  if (version > 0 && version < newest) return
  if (version === 0) {
    const emptied = emptiedCopy(db, file, Date.now())
    throw emptied === undefined ? notOurs(file) : new LedgerError('foreign', emptied)
  }
  const sentence = `This version of the bot cannot read ${file} (version ${version}; this one knows ${newest}).`
  throw new LedgerError('newer', `${sentence} Use the version that wrote it.`)
}

/** A ledger of an earlier version is migrated in memory and checked there; the file stays as it is. */
function copyInMemory(db: Database.Database): Database.Database {
  const bytes = db.serialize()
  // Two bytes say that the file is in WAL mode, which does not exist in memory: https://www.sqlite.org/fileformat.html#file_format_version_numbers
  bytes.fill(1, 18, 20)
  return new Database(bytes)
}

function emptiedProblem(db: Database.Database, file: string): string[] {
  const emptied = emptiedCopy(db, file, Date.now())
  return emptied === undefined ? [] : [emptied]
}

function fileProblems(db: Database.Database): string[] {
  const rows = db.pragma('integrity_check(10)') as { integrity_check: string }[]
  const broken = rows.map((row) => row.integrity_check).filter((verdict) => verdict !== 'ok')
  const dangling = db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  return [
    ...broken.map((verdict) => `The file is damaged: ${verdict}.`),
    ...dangling.map(({ table, rowid, parent }) => `A row of ${table} (${rowid}) refers to a row of ${parent} that does not exist.`),
  ]
}

/** Adds up all answers again, by the rules that made the boards. */
function scoreProblems(db: Database.Database): string[] {
  const expected = new Map<string, Score>()
  const answeredOn = new Set<string>()
  const seasons = Map.groupBy(
    db.prepare<[], Season & { readonly placeId: number }>('SELECT place_id AS placeId, name, from_date AS "from", to_date AS "to" FROM seasons').all(),
    ({ placeId }) => placeId,
  )
  const answers = db.prepare<[], AnswerRow>(
    `SELECT a.person_id, r.place_id, r.group_id, a.day, a.is_right, r.course FROM answers a JOIN rounds r ON r.id = a.round_id WHERE a.present = 1 AND a.superseded_by IS NULL`,
  )
  for (const answer of answers.iterate()) {
    const boards = boardsOf(answer.day, seasonOn(seasons.get(answer.place_id) ?? [], answer.day), answer.course)
    const ownerOf = (scope: Scope) => `person ${answer.person_id} in ${scope} ${scope === 'place' ? answer.place_id : answer.group_id}`
    const dayOf = (scope: Scope) => `${ownerOf(scope)} ${scope === 'group' ? answer.course : ''} ${answer.day}`
    for (const { scope, key } of boards) {
      const name = `${ownerOf(scope)} ${key}`
      expected.set(name, addAnswer(expected.get(name) ?? noScore, answer.is_right === null ? null : answer.is_right === 1, !answeredOn.has(dayOf(scope))))
    }
    for (const scope of scopes) answeredOn.add(dayOf(scope))
  }
  const problems: string[] = []
  const kept = db.prepare<[], ScoreRow>(`SELECT s.*, b.scope, b.owner_id, b.period FROM scores s JOIN boards b ON b.id = s.board_id
     WHERE b.scope = 'group' OR b.owner_id NOT IN (SELECT shared_id FROM shared_channels)`)
  for (const row of kept.iterate()) {
    const name = `person ${row.person_id} in ${row.scope} ${row.owner_id} ${row.period}`
    const sum = expected.get(name) ?? noScore
    expected.delete(name)
    const says = (shown: string, right: string) => void problems.push(`The leaderboard says ${shown} for ${name}; the answers say ${right}.`)
    if (sum.points !== row.points) says(numberOf(row.points, 'point'), String(sum.points))
    else if (sum.answered !== row.answered || sum.right !== row.right_answers) says(`${row.right_answers} of ${row.answered} right`, `${sum.right} of ${sum.answered}`)
    else if (sum.days !== row.days) says(`${numberOf(row.days, 'day')} with answers`, String(sum.days))
  }
  return [...problems, ...[...expected.keys()].map((name) => `The leaderboard has no row for ${name}, who has answers.`)]
}

function voteProblems(db: Database.Database): string[] {
  const rows = db.prepare<[], { round_id: number; chosen: string }>(
    `SELECT round_id, chosen FROM (
       SELECT round_id, chosen, sum(people) AS people, 1 AS source FROM (
         SELECT round_id, chosen, 1 AS people FROM answers WHERE superseded_by IS NULL UNION ALL SELECT round_id, chosen, people FROM forgotten_votes) GROUP BY round_id, chosen
       UNION ALL SELECT round_id, chosen, people, 2 FROM votes WHERE people <> 0)
     GROUP BY round_id, chosen, people HAVING count(*) <> 2`,
  )
  return [...new Set(rows.all().map(({ round_id }) => `The votes of round ${round_id} don’t add up to its answers.`))]
}

function levelProblems(db: Database.Database): string[] {
  const rows = db.prepare<[], { board_id: number }>(
    `SELECT DISTINCT board_id FROM (
       SELECT board_id, points, count(*) AS people FROM scores WHERE shown = 1 GROUP BY board_id, points
       UNION ALL SELECT board_id, points, people FROM levels WHERE people <> 0)
     GROUP BY board_id, points, people HAVING count(*) <> 2`,
  )
  return rows.all().map(({ board_id }) => `The ranks of board ${board_id} don’t match its scores.`)
}

/** A question that can't be judged would be asked all the same, and a deck that can't be read would stop whoever studies. */
function teamProblems(db: Database.Database): string[] {
  const rows = db.prepare<[], { name: string }>(
    `SELECT name FROM team_questions WHERE NOT json_valid(body) OR (approved_at IS NOT NULL AND (
       body ->> '$.stem' = '' OR json_array_length(body, '$.options') < 2 OR NOT EXISTS (SELECT 1 FROM json_each(body, '$.options') o WHERE o.value ->> '$.right')))`,
  )
  const decks = db.prepare<[], { name: string }>(
    `SELECT name FROM team_decks WHERE NOT json_valid(body) OR coalesce(json_array_length(body, '$.cards'), 0) = 0
       OR EXISTS (SELECT 1 FROM json_each(body, '$.cards') c WHERE coalesce(c.value ->> '$.id', '') = '' OR coalesce(c.value ->> '$.front', '') = '' OR coalesce(c.value ->> '$.back', '') = '')`,
  )
  return [
    ...rows.all().map(({ name }) => `The question ${name} of a team can’t be asked as it’s kept.`),
    ...decks.all().map(({ name }) => `The flashcards ${name} of a team can’t be shown as they’re kept.`),
  ]
}

/** That the words of a round exist is checked with all other references. */
function contentProblems(db: Database.Database): string[] {
  const rows = db.prepare<[], { id: number; hash: string; body: string }>('SELECT id, hash, body FROM contents')
  const problems: string[] = []
  for (const { id, hash, body } of rows.iterate()) {
    if (contentHash(body) !== hash) problems.push(`The words of a question (content ${id}) aren’t the ones that were asked.`)
  }
  return problems
}
