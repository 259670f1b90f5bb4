// The table of what learners ticked in the checklist.
import type { Instant } from '../../core/time.ts'
import type { Statements } from './statements.ts'

export type TicksTable = {
  /** By any of the learner's accounts: when it was first ticked. */
  all(learnerId: number): ReadonlyMap<string, Instant>
  add(accountId: number, item: string, at: Instant): void
  /** For all of the learner's accounts. */
  remove(learnerId: number, item: string): void
}

export function openTicksTable(db: Statements): TicksTable {
  const all = db.prepare<[number], { item: string; at: number }>('SELECT t.item, min(t.at) AS at FROM accounts a JOIN ticks t ON t.account_id = a.id WHERE a.learner_id = +? GROUP BY t.item ORDER BY t.item')
  const add = db.prepare<[number, string, number]>('INSERT INTO ticks VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const remove = db.prepare<[number, string]>('DELETE FROM ticks WHERE account_id IN (SELECT id FROM accounts WHERE learner_id = ?) AND item = ?')
  return {
    all: (learnerId) => new Map(all.all(learnerId).map(({ item, at }) => [item, at])),
    add: (accountId, item, at) => void add.run(accountId, item, at),
    remove: (learnerId, item) => void remove.run(learnerId, item),
  }
}
