// The table of corrections of the course, and which rounds ask the version that one corrects.
import { withoutReason } from '../../core/correction.ts'
import { isNamedAfter } from '../../core/days-off.ts'
import type { QuestionId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { CourseCorrection, ToCorrectInCourse } from '../course-corrections.ts'
import type { ContentsTable } from './contents.ts'
import { optionsIn } from './options.ts'
import type { Statements } from './statements.ts'

export type StoredCourseCorrection = CourseCorrection & { readonly mark: number; readonly markAsked: number }

export type CourseCorrectionsTable = {
  all(): readonly StoredCourseCorrection[]
  find(id: number): StoredCourseCorrection | undefined
  add(what: ToCorrectInCourse, at: Instant): number
  markUndone(id: number, at: Instant): void
  /** Rounds that were posted with the question. */
  roundsOf(question: QuestionId): readonly number[]
  /** The rounds whose latest correction that stands is this one. */
  roundsCorrectedBy(id: number): readonly number[]
  /** The latest correction of the round follows from this one. */
  link(roundId: number, id: number): void
  /** Takes away reasons that have the person in them, also from what the question says. @param names all that they are known by */
  unname(names: readonly string[]): void
}

type Row = {
  readonly id: number
  readonly question: string
  readonly at: number
  readonly why: string
  readonly voided: number
  readonly key: string
  readonly content_id: number
  readonly mark: number
  readonly key_asked: string
  readonly content_asked: number
  readonly mark_asked: number
  readonly undone_at: number | null
}

export function openCourseCorrectionsTable(db: Statements, contents: ContentsTable): CourseCorrectionsTable {
  const all = db.prepare<[], Row>('SELECT * FROM course_corrections ORDER BY id')
  const byId = db.prepare<[number], Row>('SELECT * FROM course_corrections WHERE id = ?')
  const add = db.prepare<[string, number, string, number, string, number, number, string, number, number], number>(
    `INSERT INTO course_corrections (question, at, why, voided, key, content_id, mark, key_asked, content_asked, mark_asked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
  ).pluck()
  const undone = db.prepare<[number, number]>('UPDATE course_corrections SET undone_at = ? WHERE id = ?')
  const roundsOf = db.prepare<[string], number>(`SELECT id FROM rounds WHERE question = ? AND state IN ('open', 'closed') ORDER BY id`).pluck()
  const correctedBy = db.prepare<[number], number>(
    `SELECT c.round_id FROM corrections c WHERE c.course_correction_id = +? AND c.undone_at IS NULL
       AND c.id = (SELECT max(id) FROM corrections WHERE round_id = c.round_id AND undone_at IS NULL) ORDER BY c.round_id`,
  ).pluck()
  const link = db.prepare<[number, number]>('UPDATE corrections SET course_correction_id = ? WHERE id = (SELECT max(id) FROM corrections WHERE round_id = ?)')

  const withoutWhy = db.prepare<[number]>(`UPDATE course_corrections SET why = '' WHERE id = ?`)

  const correctionOf = (row: Row): StoredCourseCorrection => ({
    id: row.id, question: row.question, at: row.at, why: row.why, undoneAt: row.undone_at, mark: row.mark, markAsked: row.mark_asked,
    asked: { key: optionsIn(row.key_asked), words: contents.find(row.content_asked) },
    after: { key: optionsIn(row.key), voided: row.voided === 1, words: contents.find(row.content_id) },
  })

  return {
    all: () => all.all().map(correctionOf),
    find(id) {
      const row = byId.get(id)
      return row === undefined ? undefined : correctionOf(row)
    },
    add: ({ question, asked, after, why }, at) =>
      Number(add.get(question, at, why, Number(after.voided), JSON.stringify(after.key), contents.findOrAdd(after.words), after.mark, JSON.stringify(asked.key), contents.findOrAdd(asked.words), asked.mark)),
    markUndone: (id, at) => void undone.run(at, id),
    roundsOf: (question) => roundsOf.all(question),
    roundsCorrectedBy: (id) => correctedBy.all(id),
    link: (roundId, id) => void link.run(id, roundId),
    unname(names) {
      // The operator is nobody of any group.
      for (const { id } of all.all().filter(({ why }) => isNamedAfter(why, names, false))) {
        withoutWhy.run(id)
        // Not as it was listed: one before it may have changed what this one corrected.
        const row = byId.get(id)
        const words = row === undefined ? null : contents.find(row.content_id)
        if (row !== undefined && words !== null) contents.replace(row.content_id, withoutReason(words, row.voided === 1))
      }
    },
  }
}
