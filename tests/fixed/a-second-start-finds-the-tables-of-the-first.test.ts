// Two bots that started on an empty database at once: the second had asked for the tables before the first made them, waited its turn, and
// was then told “has tables of another program”, since PostgreSQL’s to_regclass remembered that there were none.
import { Client } from 'pg'
import { expect, it } from 'vitest'
import { onConnection, openConnections } from '../../src/ledger/postgres/connections.ts'
import { bringUpToDate, hasTables, knownMigrations } from '../../src/ledger/postgres/migrate.ts'
import { toMigrate } from '../../src/ledger/postgres/opening.ts'
import { plain } from '../../src/ledger/postgres/question.ts'
import { until } from '../fakes/until.ts'
import { newDatabase } from '../ledger/postgres-server.ts'

it('tables that another bot made while this one waited are found', async () => {
  const target = await newDatabase()
  const first = new Client({ connectionString: target.url })
  const second = openConnections({ url: target.url, most: 1, lost: () => undefined })
  await first.connect()
  try {
    await first.query('BEGIN')
    for (const { text, values } of toMigrate) await first.query(text, [...values])
    const ends = onConnection(second, async (connection) => {
      const before = await hasTables(connection)
      await connection.send(plain('BEGIN'))
      await bringUpToDate(connection)
      await connection.send(plain('COMMIT'))
      return [before, await hasTables(connection)]
    })
    const waiting = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
    await until(async () => (await first.query(waiting)).rowCount === 1, 'the second waits for the first')
    // No other table: where very much changes, the server wakes up those who wait, and they see it.
    await first.query(`CREATE TABLE studyhall_version (version bigint NOT NULL); INSERT INTO studyhall_version VALUES (${knownMigrations().length})`)
    await first.query('COMMIT')
    expect(await ends).toEqual([false, true])
  } finally {
    await second.end()
    await first.end()
    await target.drop()
  }
})
