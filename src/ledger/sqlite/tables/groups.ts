// Groups: the platform's long names become small integers.
import type { Database } from 'better-sqlite3'
import type { GroupId } from '../../../core/quiz.ts'
import type { Memory } from '../file/cache.ts'

export type Groups = ReturnType<typeof openGroups>

export function openGroups(db: Database, memory: Memory) {
  const select = db.prepare<[string], number>('SELECT id FROM groups WHERE name = ?').pluck()
  const insert = db.prepare<[string]>('INSERT INTO groups (name) VALUES (?)')
  const ids = memory.remember<GroupId, number>(10_000)

  function find(group: GroupId): number | undefined {
    const id = ids.get(group) ?? select.get(group)
    if (id !== undefined) ids.set(group, id)
    return id
  }

  return { find, findOrAdd: (group: GroupId) => find(group) ?? Number(insert.run(group).lastInsertRowid) }
}
