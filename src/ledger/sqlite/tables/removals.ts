// Groups that the app was taken out of, until their managers were told that it is back.
import type { Database } from 'better-sqlite3'
import type { GroupId } from '../../../core/quiz.ts'
import type { Instant } from '../../../core/time.ts'
import type { Groups } from './groups.ts'

export function openRemovals(db: Database, groups: Groups) {
  const find = db.prepare<[number], number>('SELECT at FROM removals WHERE group_id = ?').pluck()
  const add = db.prepare<[number, number]>('INSERT INTO removals VALUES (?, ?) ON CONFLICT DO UPDATE SET at = excluded.at')
  const remove = db.prepare<[number]>('DELETE FROM removals WHERE group_id = ?')

  return {
    at(group: GroupId): Instant | null {
      const id = groups.find(group)
      return id === undefined ? null : (find.get(id) ?? null)
    },
    note(group: GroupId, at: Instant | null): void {
      if (at === null) remove.run(groups.findOrAdd(group))
      else add.run(groups.findOrAdd(group), at)
    },
  }
}
