// The table of the questions that channels' teams wrote for themselves.
import type { TeamBank } from '../../core/due.ts'
import { firstCourse } from '../../core/course-number.ts'
import type { AccountId, GroupId, PlaceId, QuestionId } from '../../core/quiz.ts'
import { teamContent, type TeamQuestion, type TeamText } from '../../core/team-question.ts'
import type { ListedQuestion, StudiedQuestion } from '../team-questions.ts'
import type { Statements } from './statements.ts'

export type TeamQuestionsTable = {
  /** Drafts first, then those that are asked; of each the newest first. */
  all(placeId: number): readonly ListedQuestion[]
  find(placeId: number, question: QuestionId): ListedQuestion | undefined
  count(placeId: number): number
  /** The channel whose team wrote it. */
  placeOf(question: QuestionId): PlaceId | undefined
  /** See the port. */
  around(account: AccountId, group: GroupId, place: PlaceId | null): readonly StudiedQuestion[]
  save(placeId: number, question: TeamQuestion): void
  remove(placeId: number, question: QuestionId): void
  /** Those that are asked. Their words are read when they are needed. */
  bank(placeId: number): TeamBank
}

type Row = {
  readonly name: string
  readonly body: string
  readonly version: number
  readonly author: string | null
  readonly added_at: number
  readonly approved_at: number | null
}

export function openTeamQuestionsTable(db: Statements): TeamQuestionsTable {
  const columns = `t.name, t.body, t.version, t.author, t.added_at, t.approved_at,
    (SELECT count(*) FROM rounds r WHERE r.place_id = t.place_id AND r.question = t.name AND r.state IN ('open', 'closed')) AS asked`
  const all = db.prepare<[number], Row & { readonly asked: number }>(
    `SELECT ${columns} FROM team_questions t WHERE t.place_id = +? ORDER BY t.approved_at IS NOT NULL, coalesce(t.approved_at, t.added_at) DESC, t.id DESC`,
  )
  const find = db.prepare<[number, string], Row & { readonly asked: number }>(`SELECT ${columns} FROM team_questions t WHERE t.place_id = ? AND t.name = ?`)
  const count = db.prepare<[number], number>('SELECT count(*) FROM team_questions WHERE place_id = ?').pluck()
  const placeOf = db.prepare<[string], string>('SELECT l.name FROM team_questions t JOIN places l ON l.id = t.place_id WHERE t.name = ?').pluck()
  const save = db.prepare<[Row & { readonly placeId: number }]>(
    `INSERT INTO team_questions (place_id, name, body, version, author, added_at, approved_at) VALUES (@placeId, @name, @body, @version, @author, @added_at, @approved_at)
     ON CONFLICT (name) DO UPDATE SET (body, version, approved_at) = (excluded.body, excluded.version, excluded.approved_at)`,
  )
  const remove = db.prepare<[number, string]>('DELETE FROM team_questions WHERE place_id = ? AND name = ?')
  const approved = db.prepare<[number], { readonly id: string; readonly approvedAt: number }>(
    'SELECT name AS id, approved_at AS approvedAt FROM team_questions WHERE place_id = +? AND approved_at IS NOT NULL ORDER BY id',
  )

  const isAny = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM team_questions)').pluck()
  const accounts = 'SELECT o.id FROM accounts a JOIN accounts o ON o.learner_id = a.learner_id WHERE a.name = @account'
  const around = db.prepare<[{ readonly account: AccountId; readonly group: GroupId; readonly place: PlaceId | null }], { readonly id: string; readonly body: string; readonly group: string; readonly own: 0 | 1; readonly course: number }>(
    `SELECT t.name AS id, t.body, g.name AS "group", l.name IS NOT DISTINCT FROM @place
        OR EXISTS (SELECT 1 FROM people p JOIN members m ON m.person_id = p.id WHERE m.place_id = t.place_id AND p.account_id IN (${accounts}))
        OR EXISTS (SELECT 1 FROM study_log s JOIN items i ON i.id = s.item_id WHERE i.name = 'question:' || t.name AND s.account_id IN (${accounts})) AS own, CAST(json_extract(q.courses, '$[0]') AS BIGINT) AS course
     FROM team_questions t JOIN quizzes q ON q.place_id = t.place_id JOIN places l ON l.id = t.place_id JOIN groups g ON g.id = l.group_id
     WHERE t.approved_at IS NOT NULL AND q.retired IS NULL
       AND (g.name = @group OR l.group_id IN (SELECT p.group_id FROM people p WHERE p.gone = 0 AND p.account_id IN (${accounts})))
     ORDER BY t.id`,
  )

  return {
    all: (placeId) => all.all(placeId).map(questionOf),
    find(placeId, question) {
      const row = find.get(placeId, question)
      return row === undefined ? undefined : questionOf(row)
    },
    count: (placeId) => count.get(placeId) ?? 0,
    placeOf: (question) => placeOf.get(question),
    around(account, group, place) {
      if (isAny.get() !== 1) return []
      return around.all({ account, group, place }).map(({ body, own, course, ...rest }) => ({ ...rest, text: JSON.parse(body) as TeamText, own: own === 1, ...(course === firstCourse ? {} : { course }) }))
    },
    save(placeId, { id, text, version, author, addedAt, approvedAt }) {
      save.run({ placeId, name: id, body: JSON.stringify(text), version, author, added_at: addedAt, approved_at: approvedAt })
    },
    remove: (placeId, question) => void remove.run(placeId, question),
    bank: (placeId) => ({
      items: approved.all(placeId),
      contentOf(question) {
        const row = find.get(placeId, question)
        if (row === undefined || row.approved_at === null) return undefined
        return teamContent(JSON.parse(row.body) as TeamText)
      },
    }),
  }
}

function questionOf({ name, body, version, author, added_at, approved_at, asked }: Row & { readonly asked: number }): ListedQuestion {
  return { id: name, text: JSON.parse(body) as TeamText, state: approved_at === null ? 'draft' : 'approved', version, author, addedAt: added_at, approvedAt: approved_at, asked }
}
