// All rows of a ledger's file, to compare with those of another. PostgreSQL takes no number twice, also if nothing was saved under it, so ids may
// have gaps: each stands as the how manieth of its table it is.
import type { Database } from 'better-sqlite3'
import { inSql, tablesOf, type CopiedTable } from '../../src/ledger/postgres/copy/tables.ts'

type Link = { readonly table: string; readonly from: string }

/** Made when the ledger was opened, and of nothing that happened in it. */
const leftAside = new Set(['meta'])
/** What is drawn at random, and the numbers by which tests tell their events apart. */
const drawn = /\b[0-9a-f]{64}\b|\bshared:[0-9a-f]{16}\b|\bevent \d+/gu

export function rowsByRank(db: Database): Readonly<Record<string, readonly string[]>> {
  const tables = tablesOf(db)
  const ranks = new Map(tables.map((table) => [table.name, ranksOf(db, table)]))
  return Object.fromEntries(tables.filter(({ name }) => !leftAside.has(name)).map(({ name, columns, key }) => {
    const links = new Map((db.pragma(`foreign_key_list("${name}")`) as Link[]).map(({ table, from }) => [from, table]))
    const rankIn = columns.map((column) => ranks.get(links.get(column) ?? (key.length === 1 && key[0] === column ? name : '')))
    const rows = db.prepare<[], unknown[]>(`SELECT ${inSql(columns)} FROM "${name}"`).raw().all()
    return [name, rows.map((row) => JSON.stringify(row.map((value, at) => rankIn[at]?.get(value) ?? (name === 'links' && columns[at] === 'name' ? null : value))).replaceAll(drawn, '…')).toSorted()]
  }))
}

/** Of ids alone: other keys say what they say. */
function ranksOf(db: Database, { name, key }: CopiedTable): ReadonlyMap<unknown, number> {
  const [first] = key
  if (first !== 'id' || key.length > 1) return new Map()
  return new Map(db.prepare(`SELECT id FROM "${name}" ORDER BY id`).pluck().all().map((id, rank) => [id, rank]))
}
