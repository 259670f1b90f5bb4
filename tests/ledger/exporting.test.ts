// Nothing that is kept of somebody is missing in what they can export.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'

const newFolder = temporaryFolder()

it('every table that names people, accounts or learners is among those that an export reads', async () => {
  const file = join(newFolder(), 'db')
  await (await openLedger(file)).close()
  const db = new Database(file, { readonly: true })
  const naming = db.prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'table'`).all()
    .filter(({ sql }) => /\b(?:person_id|account_id|learner_id|by_person|author)\b/u.test(sql)).map(({ name }) => name)
  db.close()
  const source = ['dossiers', 'named-in'].map((name) => readFileSync(join(import.meta.dirname, `../../src/ledger/tables/${name}.ts`), 'utf8')).join('\n')
  expect(naming.length).toBeGreaterThan(8)
  expect(naming.filter((table) => !new RegExp(`(?:FROM|JOIN) ${table}\\b`, 'u').test(source))).toEqual([])
})
