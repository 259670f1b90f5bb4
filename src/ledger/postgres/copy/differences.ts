// Compares two files row by row.
import type { Database } from 'better-sqlite3'
import { withoutNul } from '../nul.ts'
import { countRows, inSql, tablesOf, type CopiedTable } from './tables.ts'

/** The names of the tables that aren't the same, but for NULs in texts. */
export function differingTables(one: Database, other: Database): readonly string[] {
  return tablesOf(one).filter((table) => countRows(one, table.name) !== countRows(other, table.name) || !hasSameRows(one, other, table)).map(({ name }) => name)
}

function hasSameRows(one: Database, other: Database, { name, columns, key }: CopiedTable): boolean {
  const rowsOf = (db: Database) => db.prepare<[], unknown[]>(`SELECT ${inSql(columns)} FROM "${name}" ORDER BY ${inSql(key)}`).raw().iterate()
  const others = rowsOf(other)
  try {
    for (const row of rowsOf(one)) {
      const { value } = others.next()
      if (value === undefined || !row.every((each, at) => isSame(each, (value as unknown[])[at]))) return false
    }
    return true
  } finally {
    others.return?.()
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one === 'string' && typeof other === 'string') return withoutNul(one) === withoutNul(other)
  return one instanceof Uint8Array && other instanceof Uint8Array && Buffer.compare(one, other) === 0
}
