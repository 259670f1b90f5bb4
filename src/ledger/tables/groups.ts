// The table of groups: gives the platform's long names small integers.
import type { GroupId } from '../../core/quiz.ts'
import type { Caches } from './caches.ts'
import type { Statements } from './statements.ts'

export type GroupsTable = {
  find(group: GroupId): number | undefined
  findOrAdd(group: GroupId): number
}

export function openGroupsTable(db: Statements, caches: Caches): GroupsTable {
  const select = db.prepare<[string], number>('SELECT id FROM groups WHERE name = ?').pluck()
  const insert = db.prepare<[string], number>('INSERT INTO groups (name) VALUES (?) RETURNING id').pluck()
  const ids = caches.open<GroupId, number>(10_000)

  function find(group: GroupId): number | undefined {
    const id = ids.get(group) ?? select.get(group)
    if (id !== undefined) ids.set(group, id)
    return id
  }

  return { find, findOrAdd: (group) => find(group) ?? Number(insert.get(group)) }
}
