// The table of reminders.
import type { AccountId, Quiz } from '../../core/quiz.ts'
import type { Reminder } from '../../core/reminder.ts'
import { localDate, type Instant } from '../../core/time.ts'
import type { DueReminder } from '../reminders.ts'
import type { AwayTable } from './away.ts'
import { daysOffOf, selectDaysOff } from './days-off.ts'
import type { Statements } from './statements.ts'

export type RemindersTable = {
  of(accountId: number): Reminder | undefined
  save(accountId: number, reminder: Reminder & { readonly nextAt: Instant }): void
  remove(accountId: number): void
  due(now: Instant, limit: number): readonly DueReminder[]
  putOff(accountId: number, from: Instant, until: Instant): void
}

type Row = { readonly id: number; readonly account: AccountId; readonly time: string; readonly zone: string; readonly next_at: number }

export function openRemindersTable(db: Statements, away: AwayTable): RemindersTable {
  const of = db.prepare<[number], Reminder>('SELECT time, zone FROM reminders WHERE account_id = ?')
  const save = db.prepare<[number, string, string, number]>(
    `INSERT INTO reminders (account_id, time, zone, next_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (account_id) DO UPDATE SET (time, zone, next_at) = (excluded.time, excluded.zone, excluded.next_at)`,
  )
  const remove = db.prepare<[number]>('DELETE FROM reminders WHERE account_id = ?')
  const due = db.prepare<[number, number], Row>(
    'SELECT a.id, a.name AS account, r.time, r.zone, r.next_at FROM reminders r JOIN accounts a ON a.id = r.account_id WHERE r.next_at <= +? ORDER BY r.next_at, r.account_id LIMIT +?',
  )
  const here = db.prepare<[number], number>('SELECT gone = 0 FROM people WHERE account_id = ?').pluck()
  const days = db
    .prepare<[number], { readonly days: string; readonly off: string }>(
      `SELECT q.days, ${selectDaysOff} AS off FROM people pe JOIN places p ON p.group_id = pe.group_id JOIN quizzes q ON q.place_id = p.id
       WHERE pe.account_id = +? AND pe.gone = 0 AND q.paused = 0 AND q.retired IS NULL`,
    )
  const putOff = db.prepare<[number, number, number]>('UPDATE reminders SET next_at = ? WHERE account_id = ? AND next_at = ?')
  return {
    of: (accountId) => of.get(accountId),
    save: (accountId, { time, zone, nextAt }) => void save.run(accountId, time, zone, nextAt),
    remove: (accountId) => void remove.run(accountId),
    due: (now, limit) =>
      due.all(now, limit).map(({ id, account, time, zone, next_at: nextAt }) => {
        const groups = here.all(id)
        const quizzes = days.all(id).map((each) => ({ days: JSON.parse(each.days) as Quiz['days'], off: daysOffOf(each.off) }))
        return { account, time, zone, nextAt, gone: groups.length > 0 && !groups.includes(1), away: away.isAway(id, localDate(now, zone)), quizzes }
      }),
    putOff: (accountId, from, until) => void putOff.run(until, accountId, from),
  }
}
