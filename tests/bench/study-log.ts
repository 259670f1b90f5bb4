// Fills the log of what people were asked, by bulk inserts.
import type { Database } from 'better-sqlite3'
import { day, start } from './sample.ts'

export const questions = 480
/** Answers of one person on one day. */
const perDay = 20

export const dayOf = (entry: number) => new Date(start + Math.floor(entry / perDay) * day).toISOString().slice(0, 10)

/** As many entries for each account: they go through all questions again and again, and get better at them. */
export function fillLog(db: Database, accounts: readonly string[], entries: number): void {
  const learner = db.prepare('INSERT INTO learners DEFAULT VALUES')
  const account = db.prepare('INSERT INTO accounts (name, learner_id) VALUES (?, ?)')
  const item = db.prepare('INSERT INTO items (name) VALUES (?)')
  const log = db.prepare('INSERT INTO study_log (account_id, item_id, day, at, source, grade) VALUES (?, ?, ?, ?, ?, ?)')
  db.transaction(() => {
    const items = Array.from({ length: questions }, (_, question) => Number(item.run(`question:${question}`).lastInsertRowid))
    for (const name of accounts) {
      const id = Number(account.run(name, learner.run().lastInsertRowid).lastInsertRowid)
      for (let entry = 0; entry < entries; entry++) {
        const grade = (entry * 37 + id * 11) % 97 < 60 + Math.floor(entry / questions) ? 'good' : 'again'
        log.run(id, items[entry % questions], dayOf(entry), start + Math.floor(entry / perDay) * day + (entry % perDay) * 1000, 'practice', grade)
      }
    }
  })()
}
