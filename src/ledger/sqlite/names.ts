// Groups and places: the platform's long names become small integers.
import type { Database } from 'better-sqlite3'
import type { Memory } from './memory.ts'

export type Names = {
  readonly find: (name: string) => number | undefined
  readonly findOrAdd: (name: string) => number
}

export function openNames(db: Database, memory: Memory, table: 'groups' | 'places'): Names {
  const select = db.prepare<[string], number>(`SELECT id FROM ${table} WHERE name = ?`).pluck()
  const insert = db.prepare<[string]>(`INSERT INTO ${table} (name) VALUES (?)`)
  const ids = memory.remember<string, number>(20_000)

  function find(name: string): number | undefined {
    const known = ids.get(name) ?? select.get(name)
    if (known !== undefined) ids.set(name, known)
    return known
  }

  return { find, findOrAdd: (name) => find(name) ?? Number(insert.run(name).lastInsertRowid) }
}
