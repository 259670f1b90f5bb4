// Whether rounds and private sessions are of the course that their questions are from.
import type { Database } from 'better-sqlite3'
import { courseOfId, courseOfItem } from '../../../core/course-number.ts'
import { readItem } from '../../../core/study-item.ts'
import { isTeamQuestion } from '../../../core/team-question.ts'
import { storedSession, type SessionRow } from '../../tables/session-row.ts'

export function courseProblems(db: Database): string[] {
  const rounds = db.prepare<[], { readonly name: string; readonly question: string; readonly course: number }>(`SELECT name, question, course FROM rounds WHERE question <> ''`)
  const sessions = db.prepare<[], SessionRow>('SELECT * FROM sessions WHERE abandoned = 0')
  const problems: string[] = []
  for (const { name, question, course } of rounds.iterate()) {
    if (!isTeamQuestion(question) && courseOfId(question) !== course) problems.push(`The round ${name} earns points in course ${course}, and its question ${question} is from another one.`)
  }
  for (const row of sessions.iterate()) {
    const tasks = storedSession(row)?.session.tasks ?? []
    // A team's own questions and cards are of no course.
    const other = tasks.find(({ item }) => !isTeamQuestion(readItem(item).id) && courseOfItem(item) !== row.course)
    if (other !== undefined) problems.push(`Session ${row.name} (${row.kind}) is in course ${row.course}, and asks ${other.item} of another one.`)
  }
  return problems
}
