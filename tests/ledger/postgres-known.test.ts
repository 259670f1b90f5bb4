// A transaction asks nothing twice, so it has to know whatever a statement writes by the way.
import { Client } from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { triggered } from '../../src/ledger/postgres/known.ts'
import { openPostgresLedger } from '../../src/ledger/postgres/postgres-ledger.ts'
import { newDatabase } from './postgres-server.ts'

it('knows what triggers write; nothing is deleted along with something else, and nothing is read through a view', async () => {
  const database = await newDatabase()
  onTestFinished(() => database.drop())
  await (await openPostgresLedger(database.url, { shared: true })).close()
  const client = new Client({ connectionString: database.url })
  await client.connect()
  onTestFinished(() => client.end())
  const rowsOf = async (sql: string) => (await client.query<{ readonly name: string; readonly body: string }>(sql)).rows

  const triggers = Map.groupBy(await rowsOf(`SELECT DISTINCT t.tgrelid::regclass::text AS name, p.prosrc AS body FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal`), ({ name }) => name)
  const tablesIn = (body: string) => [...body.matchAll(/(?:INSERT INTO|UPDATE|DELETE FROM) (?!SET)(\w+)/gu)].map(([, table]) => table)
  expect(Object.fromEntries([...triggers].map(([name, all]) => [name, [...new Set(all.flatMap(({ body }) => tablesIn(body)))]]))).toEqual(triggered)
  expect(await rowsOf(`SELECT conname AS name FROM pg_constraint WHERE contype = 'f' AND (confdeltype NOT IN ('a', 'r') OR confupdtype NOT IN ('a', 'r'))`)).toEqual([])
  expect(await rowsOf(`SELECT viewname AS name FROM pg_views WHERE schemaname = 'public'`)).toEqual([])
})
