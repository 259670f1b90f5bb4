// The table of corrections, and the columns of rounds and answers that follow from them.
import { withoutReason, type Standard } from '../../core/correction.ts'
import type { StandingCorrection } from '../../core/corrected-bank.ts'
import { isNamedAfter } from '../../core/days-off.ts'
import type { GroupId, OptionId, PersonId, PlaceId } from '../../core/quiz.ts'
import { isSameChoice, type RoundId } from '../../core/round.ts'
import type { Instant } from '../../core/time.ts'
import type { Correction, CorrectionId } from '../corrections.ts'
import type { ContentsTable } from './contents.ts'
import type { StoredAnswer } from './answers.ts'
import { optionsIn } from './options.ts'
import { personColumns, personOf, type PersonRow, type StoredPerson } from './people.ts'
import type { StoredRound } from './round-row.ts'
import type { Statements } from './statements.ts'

/** What a round is judged and explained by. */
export type Shown = Standard & { readonly content: number | null }

export type NewCorrection = { readonly at: Instant; readonly by: PersonId | 'operator' | null; readonly why: string; readonly before: Shown; readonly after: Shown }

type Judged = StoredAnswer & { readonly person: StoredPerson; readonly right: boolean | null; readonly present: boolean }

export type CorrectionsTable = {
  /** The latest first. */
  of(roundId: number): readonly Correction[]
  add(roundId: number, correction: NewCorrection): void
  markUndone(id: CorrectionId, at: Instant, by: PersonId | 'operator' | null): void
  /** What a correction took the place of. */
  before(id: CorrectionId): Shown
  /** What the round was asked with, before any correction. */
  asked(stored: StoredRound): Shown
  /** Those that stand in a channel, the oldest first: of each round the latest. */
  standing(place: PlaceId): readonly StandingCorrection[]
  /** The rounds of a channel that have another key than the one they were asked with. */
  otherwise(place: PlaceId): ReadonlySet<RoundId>
  /** Answers that are judged otherwise than the round says by now. */
  misjudged(stored: StoredRound, limit: number): readonly Judged[]
  /** @param tellAt when the person is to be told, unless they are to be told anyway */
  rejudge(roundId: number, personId: number, right: boolean | null, tellAt: Instant): void
  /** The next rounds with such answers. */
  unfinished(): readonly number[]
  toTell(now: Instant, limit: number): readonly ToTell[]
  markTold(personId: number, roundId: number): void
  /** Takes away reasons in the group that have the person in them, also from what rounds show. @param names all that they are known by */
  unname(group: GroupId, person: PersonId, names: readonly string[]): void
}

export type ToTell = { readonly personId: number; readonly roundId: number; readonly person: PersonId; readonly gone: boolean; readonly chosen: readonly OptionId[]; readonly was: boolean | null; readonly is: boolean | null }

type Row = {
  readonly id: number
  readonly at: number
  readonly by_person: string | null
  readonly by_operator: number
  readonly why: string
  readonly voided: number
  readonly key: string
  readonly content_id: number | null
  readonly voided_before: number
  readonly key_before: string
  readonly content_before: number | null
  readonly undone_at: number | null
  readonly undone_by: string | null
}

type StandingRow = { readonly question: string; readonly key_asked: string; readonly content_asked: number | null; readonly key: string; readonly voided: number; readonly content_id: number | null }
type AnswerRow = { readonly chosen: string; readonly at: number; readonly day: string; readonly is_right: number | null; readonly present: number }
type ToTellRow = { readonly person_id: number; readonly round_id: number; readonly name: string; readonly gone: number; readonly chosen: string; readonly was_right: number | null; readonly is_right: number | null }

export function openCorrectionsTable(db: Statements, contents: ContentsTable): CorrectionsTable {
  const sql = prepare(db)
  return {
    of: (roundId) => sql.of.all(roundId).map(correctionOf),
    add(roundId, { at, by, why, before, after }) {
      const name = by === 'operator' ? null : by
      sql.add.run(roundId, at, name, Number(by === 'operator'), why, Number(after.voided), JSON.stringify(after.key), after.content, Number(before.voided), JSON.stringify(before.key), before.content)
    },
    markUndone: (id, at, by) => void sql.undone.run(at, by === 'operator' ? null : by, id),
    before(id) {
      const row = sql.byId.get(id)
      if (row === undefined) throw new Error(`the correction ${id} is gone`)
      return shownBefore(row)
    },
    asked({ id, round }) {
      const [first] = sql.first.all(id)
      return first === undefined ? { key: round.key, voided: round.voided === true, content: sql.content.get(id) ?? null } : shownBefore(first)
    },
    standing: (place) =>
      sql.standing.all(place).map(({ question, key_asked: keyAsked, content_asked: asked, key, voided, content_id: content }) => ({
        question, asked: { key: optionsIn(keyAsked), words: contents.find(asked) }, after: { key: optionsIn(key), voided: voided === 1, words: contents.find(content) },
      })),
    otherwise: (place) => new Set(sql.firsts.all(place).flatMap(({ name, asked, key }) => (isSameChoice(optionsIn(asked), optionsIn(key)) ? [] : [name]))),
    misjudged({ id, round }, limit) {
      const waits = round.feedback === 'at-close' && round.state === 'open'
      const found = round.voided === true ? sql.judged.all(id, limit) : sql[waits ? 'otherwise' : 'otherwiseOrNot'].all(id, textOf(round.key), limit)
      return found.map((row) => ({ chosen: optionsIn(row.chosen), at: row.at, day: row.day, right: verdictOf(row.is_right), present: row.present === 1, person: personOf(row) }))
    },
    rejudge: (roundId, personId, right, tellAt) => void sql.rejudge.run({ right: right === null ? null : Number(right), tellAt, personId, roundId }),
    unfinished: () => sql.unfinished.all(),
    toTell: (now, limit) =>
      sql.toTell.all({ now, limit }).map((row) => ({
        personId: row.person_id, roundId: row.round_id, person: row.name, gone: row.gone === 1,
        chosen: optionsIn(row.chosen), was: verdictOf(row.was_right), is: verdictOf(row.is_right),
      })),
    markTold: (personId, roundId) => void sql.told.run(personId, roundId),
    unname(group, person, names) {
      for (const { id, by_person: by, why, voided, content_id: content } of sql.withReason.all(group)) {
        if (!isNamedAfter(why, names, by === person)) continue
        sql.withoutReason.run(id)
        const words = contents.find(content)
        if (content !== null && words !== null) contents.replace(content, withoutReason(words, voided === 1))
      }
    },
  }
}

const textOf = (key: readonly OptionId[]): string => JSON.stringify(key.toSorted())
const verdictOf = (value: number | null): boolean | null => (value === null ? null : value === 1)

const shownBefore = (row: Row): Shown => ({ voided: row.voided_before === 1, key: optionsIn(row.key_before), content: row.content_before })

const correctionOf = (row: Row): Correction => ({
  id: row.id, at: row.at, by: row.by_person, byOperator: row.by_operator === 1, why: row.why, voided: row.voided === 1, key: optionsIn(row.key),
  before: { voided: row.voided_before === 1, key: optionsIn(row.key_before) },
  undone: row.undone_at === null ? null : { at: row.undone_at, by: row.undone_by },
})

function prepare(db: Statements) {
  const answer = `SELECT ${personColumns}, a.chosen, a.at, a.day, a.is_right, a.present
    FROM answers a JOIN people p ON p.id = a.person_id WHERE a.round_id = +? AND a.superseded_by IS NULL`
  // In the order of the index; the first answers are the first to be judged again.
  const inOrder = 'ORDER BY a.is_right NULLS FIRST, a.at, a.person_id LIMIT +?'
  return {
    of: db.prepare<[number], Row>('SELECT * FROM corrections WHERE round_id = ? ORDER BY id DESC'),
    first: db.prepare<[number], Row>('SELECT * FROM corrections WHERE round_id = ? ORDER BY id LIMIT 1'),
    byId: db.prepare<[number], Row>('SELECT * FROM corrections WHERE id = ?'),
    // Starts at the few corrections there are.
    standing: db.prepare<[string], StandingRow>(
      `SELECT r.question, f.key_before AS key_asked, f.content_before AS content_asked, c.key, c.voided, c.content_id
       FROM corrections c CROSS JOIN rounds r ON r.id = c.round_id CROSS JOIN places l ON l.id = r.place_id AND l.name = +?
       CROSS JOIN corrections f ON f.id = (SELECT min(id) FROM corrections WHERE round_id = c.round_id)
       WHERE c.undone_at IS NULL AND c.id = (SELECT max(id) FROM corrections WHERE round_id = c.round_id AND undone_at IS NULL) ORDER BY c.id`,
    ),
    firsts: db.prepare<[string], { readonly name: string; readonly asked: string; readonly key: string }>(
      `SELECT r.name, c.key_before AS asked, r.key FROM corrections c CROSS JOIN rounds r ON r.id = c.round_id CROSS JOIN places l ON l.id = r.place_id AND l.name = +?
       WHERE c.id = (SELECT min(id) FROM corrections WHERE round_id = c.round_id) ORDER BY c.id`,
    ),
    content: db.prepare<[number], number | null>('SELECT content_id FROM rounds WHERE id = ?').pluck(),
    add: db.prepare<[number, number, string | null, number, string, number, string, number | null, number, string, number | null]>(
      `INSERT INTO corrections (round_id, at, by_person, by_operator, why, voided, key, content_id, voided_before, key_before, content_before)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    undone: db.prepare<[number, string | null, number]>('UPDATE corrections SET undone_at = ?, undone_by = ? WHERE id = ?'),
    judged: db.prepare<[number, number], AnswerRow & PersonRow>(`${answer} AND a.is_right IS NOT NULL ${inOrder}`),
    otherwise: db.prepare<[number, string, number], AnswerRow & PersonRow>(`${answer} AND a.is_right IS NOT NULL AND a.is_right <> iif(a.chosen = +?, 1, 0) ${inOrder}`),
    otherwiseOrNot: db.prepare<[number, string, number], AnswerRow & PersonRow>(`${answer} AND a.is_right IS DISTINCT FROM iif(a.chosen = +?, 1, 0) ${inOrder}`),
    rejudge: db.prepare<[{ readonly right: number | null; readonly tellAt: Instant; readonly personId: number; readonly roundId: number }]>(
      // Judged as they know it, as before: there is nothing to tell.
      `UPDATE answers SET was_right = CASE WHEN tell_at IS NULL THEN is_right WHEN was_right IS NOT DISTINCT FROM @right THEN NULL ELSE was_right END,
         tell_at = CASE WHEN tell_at IS NULL THEN @tellAt WHEN was_right IS NOT DISTINCT FROM @right THEN NULL ELSE tell_at END, is_right = @right, present = iif(@right IS NULL, present, 1)
       WHERE person_id = @personId AND round_id = @roundId`,
    ),
    unfinished: db.prepare<[], number>('SELECT id FROM rounds WHERE rejudge = 1 ORDER BY id LIMIT 1').pluck(),
    // By person, so that all that is to be told to somebody by now comes together. `+person_id`: by the index of what is to be told, not of all answers.
    toTell: db.prepare<[{ readonly now: Instant; readonly limit: number }], ToTellRow>(
      `SELECT a.person_id, a.round_id, p.name, p.gone, a.chosen, a.was_right, a.is_right FROM answers a JOIN people p ON p.id = a.person_id
       JOIN rounds r ON r.id = a.round_id WHERE r.rejudge = 0 AND a.tell_at <= @now AND a.person_id IN (
         SELECT +person_id FROM answers WHERE tell_at <= @now GROUP BY +person_id ORDER BY min(tell_at), +person_id LIMIT @limit) ORDER BY a.person_id, a.at, a.round_id`,
    ),
    withReason: db.prepare<[string], Row>(
      `SELECT c.* FROM groups g JOIN rounds r ON r.group_id = g.id JOIN corrections c ON c.round_id = r.id WHERE g.name = +? AND c.why <> '' ORDER BY c.id`,
    ),
    withoutReason: db.prepare<[number]>(`UPDATE corrections SET why = '' WHERE id = ?`),
    told: db.prepare<[number, number]>('UPDATE answers SET tell_at = NULL, was_right = NULL WHERE person_id = ? AND round_id = ?'),
  }
}
