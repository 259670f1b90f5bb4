// The table of groups that the app was removed from and whose managers do not know yet that it is back.
import type { GroupId } from '../../core/quiz.ts'
import type { Instant } from '../../core/time.ts'
import type { Statements } from './statements.ts'

export type RemovalsTable = {
  find(groupId: number): Instant | undefined
  save(groupId: number, at: Instant): void
  remove(groupId: number): void
  all(): readonly GroupId[]
}

export function openRemovalsTable(db: Statements): RemovalsTable {
  const find = db.prepare<[number], number>('SELECT at FROM removals WHERE group_id = ?').pluck()
  const save = db.prepare<[number, number]>('INSERT INTO removals VALUES (?, ?) ON CONFLICT (group_id) DO UPDATE SET at = excluded.at')
  const remove = db.prepare<[number]>('DELETE FROM removals WHERE group_id = ?')
  const selectAll = db.prepare<[], GroupId>('SELECT g.name FROM removals r JOIN groups g ON g.id = r.group_id ORDER BY g.id').pluck()
  return {
    find: (groupId) => find.get(groupId),
    save: (groupId, at) => void save.run(groupId, at),
    remove: (groupId) => void remove.run(groupId),
    all: () => selectAll.all(),
  }
}
