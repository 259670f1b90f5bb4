// The part for courses.
import type { CourseId } from '../../core/course-number.ts'
import type { LedgerCourses } from '../courses.ts'
import type { Jobs } from '../jobs.ts'
import type { Statements } from '../tables/statements.ts'
import type { Tables } from '../tables/tables.ts'

export const selectCourses = 'SELECT name FROM courses ORDER BY number'

export function openCourses(db: Statements, { read, write }: Jobs, { accounts }: Tables): LedgerCourses {
  const sql = prepare(db)
  return {
    known: () => read(() => sql.all.all()),
    takeUp: (rule) =>
      write(() => {
        const known = sql.all.all()
        const taken = rule(known, sql.asked.all())
        if (taken.join() === known.join()) return taken
        sql.clear.run()
        for (const [at, name] of taken.entries()) sql.add.run(at + 1, name)
        return taken
      }),
    chosenBy: (account) =>
      read(() => {
        const found = accounts.find(account)
        return found === undefined ? undefined : sql.chosen.get(found.learnerId)
      }),
    // For all of the learner's accounts.
    saveChosen: (account, course) => write(() => void sql.saveChosen.run(course, accounts.findOrAdd(account).learnerId)),
  }
}

function prepare(db: Statements) {
  return {
    all: db.prepare<[], CourseId>(selectCourses).pluck(),
    clear: db.prepare('DELETE FROM courses'),
    add: db.prepare<[number, string]>('INSERT INTO courses VALUES (?, ?)'),
    asked: db
      .prepare<[], string>(
        `SELECT id FROM (SELECT question AS id FROM rounds UNION SELECT substr(name, 10) FROM items WHERE name LIKE 'question:%')
         WHERE id <> '' AND id NOT LIKE 'team-%' AND instr(id, '.') = 0`,
      )
      .pluck(),
    chosen: db.prepare<[number], number>('SELECT course FROM accounts WHERE learner_id = ? AND course IS NOT NULL ORDER BY id LIMIT 1').pluck(),
    saveChosen: db.prepare<[number, number]>('UPDATE accounts SET course = ? WHERE learner_id = ?'),
  }
}
