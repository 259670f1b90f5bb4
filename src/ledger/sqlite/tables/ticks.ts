// The table of what learners ticked in the checklist.
import type { Database } from 'better-sqlite3'
import type { Instant } from '../../../core/time.ts'

export type TicksTable = {
  all(learnerId: number): ReadonlyMap<string, Instant>
  add(learnerId: number, item: string, at: Instant): void
  remove(learnerId: number, item: string): void
}

export function openTicksTable(db: Database): TicksTable {
  const all = db.prepare<[number], { item: string; at: number }>('SELECT item, at FROM ticks WHERE learner_id = ?')
  const add = db.prepare<[number, string, number]>('INSERT OR IGNORE INTO ticks VALUES (?, ?, ?)')
  const remove = db.prepare<[number, string]>('DELETE FROM ticks WHERE learner_id = ? AND item = ?')
  return {
    all: (learnerId) => new Map(all.all(learnerId).map(({ item, at }) => [item, at])),
    add: (learnerId, item, at) => void add.run(learnerId, item, at),
    remove: (learnerId, item) => void remove.run(learnerId, item),
  }
}
