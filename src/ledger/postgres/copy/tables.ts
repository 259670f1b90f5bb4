// The tables that both engines have, as a file has them.
import type { Database } from 'better-sqlite3'

/** `key`: what its rows differ by. */
export type CopiedTable = { readonly name: string; readonly columns: readonly string[]; readonly key: readonly string[] }

type Column = { readonly name: string; readonly pk: number }

/** All of a ledger, the bookkeeping of SQLite aside. */
export function tablesOf(db: Database): readonly CopiedTable[] {
  const names = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name`).pluck().all()
  return names.map((name) => {
    const all = db.pragma(`table_info(${name})`) as Column[]
    const key = all.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk)
    return { name, columns: all.map((column) => column.name), key: (key.length === 0 ? all : key).map((column) => column.name) }
  })
}

export const inSql = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

export const countRows = (db: Database, table: string): number => Number(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())
