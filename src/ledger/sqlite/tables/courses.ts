// The table of courses, and which one somebody chose last.
import type { Database } from 'better-sqlite3'
import type { CourseId, CourseNumber } from '../../../core/course-number.ts'
import type { QuestionId } from '../../../core/quiz.ts'

export type CoursesTable = {
  /** By number. */
  all(): readonly CourseId[]
  /** @param courses by number */
  save(courses: readonly CourseId[]): void
  /** The question of a course that was asked last in any channel; null if none ever was. */
  latestQuestion(): QuestionId | null
  chosenBy(learnerId: number): CourseNumber | undefined
  /** For all of the learner's accounts. */
  saveChosen(learnerId: number, course: CourseNumber): void
}

export function openCoursesTable(db: Database): CoursesTable {
  const all = db.prepare<[], CourseId>('SELECT name FROM courses ORDER BY number').pluck()
  const clear = db.prepare('DELETE FROM courses')
  const add = db.prepare<[number, string]>('INSERT INTO courses VALUES (?, ?)')
  const latest = db.prepare<[], string>(`SELECT question FROM rounds WHERE question <> '' AND question NOT LIKE 'team-%' ORDER BY id DESC LIMIT 1`).pluck()
  const chosen = db.prepare<[number], number>('SELECT course FROM accounts WHERE learner_id = ? AND course IS NOT NULL ORDER BY id LIMIT 1').pluck()
  const saveChosen = db.prepare<[number, number]>('UPDATE accounts SET course = ? WHERE learner_id = ?')
  return {
    all: () => all.all(),
    save(courses) {
      clear.run()
      for (const [at, name] of courses.entries()) add.run(at + 1, name)
    },
    latestQuestion: () => latest.get() ?? null,
    chosenBy: (learnerId) => chosen.get(learnerId),
    saveChosen: (learnerId, course) => void saveChosen.run(course, learnerId),
  }
}
