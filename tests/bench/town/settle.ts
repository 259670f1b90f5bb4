// A ledger as it is after a while: every channel has its quiz, and a question behind it for each day of the past.
import type { Database } from 'better-sqlite3'
import type { QuestionBank } from '../../../src/core/due.ts'
import { defaultSettings } from '../../../src/core/quiz.ts'
import type { Ledger } from '../../../src/ledger/ledger.ts'
import type { TownPlace } from './messages.ts'

const day = 86_400_000
const week = [1, 2, 3, 4, 5, 6, 7] as const

const isoDate = (at: number) => new Date(at).toISOString().slice(0, 10)

type When = { readonly history: number; readonly dueAt: number }

export async function settle(db: Database, ledger: Ledger, places: readonly TownPlace[], bank: QuestionBank, { history, dueAt }: When): Promise<void> {
  const date = isoDate(dueAt)
  const time = new Date(dueAt).toISOString().slice(11, 16)
  await Promise.all(
    places.map(({ group, place }) => {
      const quiz = { ...defaultSettings, group, place, time, zone: 'UTC', days: week, openMinutes: 12 * 60, managers: [], paused: false, retired: null, skipDate: null, off: [], holidaysUntil: null, lastDate: null, nextDate: date, nextAt: dueAt }
      return ledger.quizzes.change(place, 'set-up', dueAt, () => ({ quiz }))
    }),
  )
  db.transaction(() => remember(db, bank, { history, dueAt }))()
  db.pragma('wal_checkpoint(TRUNCATE)')
}

/** Rounds that were held and answered, ever other questions. */
function remember(db: Database, bank: QuestionBank, { history, dueAt }: When): void {
  const insert = db.prepare(
    `INSERT INTO rounds (name, place_id, group_id, occasion, state, question, options, key, feedback, zone, rollover_hour, day,
       due_at, opened_at, closes_at, closed_at, message, redrawn, answered, right_answers)
     VALUES (@name, @place, @group, @day, 'closed', @question, @options, @key, 'instant', 'UTC', 4, @day, @at, @at, @end, @end, 'long ago', 1, 12, 7)`,
  )
  const rows = db.prepare<[], { id: number; group_id: number }>('SELECT id, group_id FROM places').all()
  for (const { id, group_id: group } of rows) {
    for (let ago = history; ago > 0; ago--) {
      const question = bank.questions[(id * 31 + ago) % bank.questions.length]?.id ?? ''
      const { options = [], key = [] } = bank.contents.get(question) ?? {}
      const at = dueAt - ago * day
      insert.run({ name: `long ago ${id} ${ago}`, place: id, group, day: isoDate(at), question, options: JSON.stringify(options), key: JSON.stringify(key), at, end: at + day / 2 })
    }
  }
}
