// Every statement of the ledger's parts and tables, as PostgreSQL reads it: all must be understood, and no value may be taken for an
// `integer`, which holds no time in milliseconds.
import { join } from 'node:path'
import type { Database, Statement } from 'better-sqlite3'
import { Client } from 'pg'
import { expect, it } from 'vitest'
import { toPostgres } from '../../src/ledger/postgres/dialect.ts'
import { openCourses } from '../../src/ledger/parts/courses.ts'
import { openCaches } from '../../src/ledger/sqlite/file/cache.ts'
import { readMigrations } from '../../src/ledger/sqlite/file/migrate.ts'
import { openInstallations } from '../../src/ledger/parts/installations.ts'
import { openGroupTraces } from '../../src/ledger/tables/group-traces.ts'
import { openTables } from '../../src/ledger/tables/tables.ts'
import { newDatabase } from './postgres-server.ts'

/** What the driver reads as numbers, texts and bytes. */
const known = { values: ['bigint', 'text', 'bytea', 'double precision'], results: ['bigint', 'integer', 'numeric', 'boolean', 'text', 'bytea', 'double precision'] }

/** A database that finds nothing and notes what it is asked. */
function recorder(): { readonly db: Database; readonly statements: ReadonlySet<string> } {
  const statements = new Set<string>()
  const statement: Partial<Statement> = { run: () => ({ changes: 0, lastInsertRowid: 0 }), get: () => undefined, all: () => [], pluck: () => statement as Statement, raw: () => statement as Statement }
  const prepare = (sql: string) => {
    statements.add(sql)
    return statement as Statement
  }
  return { db: { prepare } as unknown as Database, statements }
}

function allStatements(): readonly string[] {
  const { db, statements } = recorder()
  const tables = openTables(db, openCaches())
  const queue = { read: nothing, write: nothing, peek: nothing } as never
  openCourses(db, queue, tables)
  openInstallations(db, queue)
  openGroupTraces(db)
  // These are prepared when they are needed.
  const { placeMoves, scores } = tables
  placeMoves.rename(1, 'there', (message) => message)
  for (const take of ['takeRounds', 'takeScores', 'takeDuties', 'takeTeamItems', 'takeDaysOff', 'takeFinalBoards', 'takeWeekly', 'takeNudges'] as const) placeMoves[take](1, 2)
  placeMoves.members(1)
  placeMoves.remove(1)
  placeMoves.claimAgain(1, 2, 3)
  scores.correct({ id: 1 } as never, { placeId: 1, groupId: 1, round: {} } as never, { day: '2026-01-05', was: false, right: true, at: 1 } as never)
  return [...statements]
}

function nothing(): never {
  throw new Error('nothing is asked here')
}

it('each is understood, with types that the driver knows', async () => {
  const database = await newDatabase()
  const client = new Client(database.url)
  await client.connect()
  for (const { sql } of readMigrations(join(import.meta.dirname, '../../src/ledger/postgres/migrations'))) await client.query(sql)
  const problems: string[] = []
  const statements = allStatements()
  for (const sql of statements) {
    try {
      await client.query(`PREPARE one AS ${toPostgres(sql).text}`)
      const { rows } = await client.query<{ readonly values: readonly string[]; readonly results: readonly string[] | null }>(
        'SELECT parameter_types::text[] AS values, result_types::text[] AS results FROM pg_prepared_statements',
      )
      const odd = rows.flatMap(({ values, results }) => [...values.filter((type) => !known.values.includes(type)), ...(results ?? []).filter((type) => !known.results.includes(type))])
      if (odd.length > 0) problems.push(`${odd.join(', ')}: ${sql}`)
      await client.query('DEALLOCATE one')
    } catch (error) {
      problems.push(`${String(error)}: ${sql}`)
    }
  }
  await client.end()
  await database.drop()
  expect(problems, 'Write it so that SQLite and PostgreSQL both understand it; see src/ledger/postgres/dialect.ts.').toEqual([])
  expect(statements.length).toBeGreaterThan(500)
})
