// A ledger whose PostgreSQL server is stopped, full, read-only, busy, or lets nobody in: the error says what to do, nothing is half-saved,
// and it goes on by itself.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { migrate } from '../../src/ledger/postgres/migrate.ts'
import { openConnections } from '../../src/ledger/postgres/connections.ts'
import { openPostgresLedger } from '../../src/ledger/postgres/postgres-ledger.ts'
import { makePostgres, type PostgresProcess, type Stop } from './postgres-process.ts'
import { ada, monday, worldOf } from './world.ts'

let folder: string
let server: PostgresProcess
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'studyhall-postgres-own-'))
  chmodSync(folder, 0o755)
  server = await makePostgres(folder, 'on')
  await server.start()
  await administer('postgres', 'CREATE ROLE studyhall LOGIN')
})
afterAll(async () => {
  await server.stop('immediate')
  rmSync(folder, { recursive: true, force: true })
})

async function administer(database: string, ...statements: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ host: '127.0.0.1', port: server.port, user: 'postgres', database })
  await client.connect()
  try {
    let rows: readonly Record<string, unknown>[] = []
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

let count = 0
let name: string
let ledger: Ledger
let warned: string[]
const url = () => `postgres://studyhall@127.0.0.1:${server.port}/${name}`
const open = () => openPostgresLedger(url(), { warn: (sentence) => void warned.push(sentence) })

beforeEach(async () => {
  warned = []
  name = `ledger_${(count += 1)}`
  await administer('postgres', `CREATE DATABASE ${name} OWNER studyhall`)
  ledger = await open()
})
afterEach(() => ledger.close())

const disconnect = () => administer('postgres', `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)

/** Something saves and something reads; both at the same time, as people do. */
async function tryBoth() {
  const all = await Promise.allSettled([ledger.upkeep.noteBeat(monday), ledger.upkeep.lastBeat(), ledger.upkeep.overview(monday)])
  return all.map((each) => (each.status === 'fulfilled' ? 'done' : [each.reason.name, each.reason.code].join(' ')))
}

describe.each<Stop>(['fast', 'immediate'])('a server that is stopped (%s)', (how) => {
  it('is reported once, and used again when it is back; what was saved is there', async () => {
    const world = worldOf(ledger)
    await world.setUp()
    const round = await world.post()
    const answered = await world.answer(round, ada, 'b')
    expect(answered?.first).toBe(true)
    await server.stop(how)
    expect(await tryBoth()).toEqual(['LedgerError cannot-open', 'LedgerError cannot-open', 'LedgerError cannot-open'])
    await expect(world.answer(round, ada, 'b')).rejects.toThrow(/can't be reached \(connect ECONNREFUSED.*\)\. Check DATABASE_URL/u)
    expect(ledger.upkeep.fault()?.message).toContain("can't be reached")
    await expect(open()).rejects.toMatchObject({ code: 'cannot-open' })
    await server.start()
    expect(await tryBoth()).toEqual(['done', 'done', 'done'])
    expect((await world.answer(round, ada, 'c'))?.chosen).toEqual(['b'])
    expect(ledger.upkeep.fault()).toBeUndefined()
    expect(warned.filter((each) => each.includes('broke'))).toHaveLength(1)
  })
})

describe('a server that', () => {
  it('may only be read, as a standby, is read; the connection is given up, so that the next one may lead to the primary', async () => {
    await administer('postgres', `ALTER DATABASE ${name} SET default_transaction_read_only = on`)
    await disconnect()
    expect(await tryBoth()).toEqual(['LedgerError read-only', 'done', 'done'])
    expect(ledger.upkeep.fault()?.message).toContain('point DATABASE_URL to the primary')
    await administer('postgres', `ALTER DATABASE ${name} RESET default_transaction_read_only`)
    expect(await tryBoth()).toEqual(['done', 'done', 'done'])
  })

  it('has no connection left lets people try again', async () => {
    await administer('postgres', `ALTER DATABASE ${name} CONNECTION LIMIT 0`)
    await disconnect()
    expect(await tryBoth()).toEqual(['LedgerError cannot-open', 'LedgerError cannot-open', 'LedgerError cannot-open'])
    expect(ledger.upkeep.fault()?.message).toContain('too many connections')
    await administer('postgres', `ALTER DATABASE ${name} CONNECTION LIMIT -1`)
    expect(await tryBoth()).toEqual(['done', 'done', 'done'])
  })

  it('has a full disk saves nothing of what was under way, and can be read', async () => {
    await administer(name, `CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$`,
      'CREATE TRIGGER no_space BEFORE INSERT ON quizzes FOR EACH ROW EXECUTE FUNCTION no_space()')
    await expect(worldOf(ledger).setUp()).rejects.toMatchObject({ name: 'LedgerError', code: 'full' })
    expect(ledger.upkeep.fault()?.message).toBe('The disk of the database is full, so this change was not saved. Free some space and try again.')
    expect(await administer(name, 'SELECT 1 FROM places')).toEqual([])
    await administer(name, 'DROP FUNCTION no_space CASCADE')
    await worldOf(ledger).setUp()
    expect(await administer(name, 'SELECT 1 FROM places')).toHaveLength(1)
  })

  it('gives too little time says that it was busy', async () => {
    await administer(name, `CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'canceling statement due to statement timeout' USING ERRCODE = 'query_canceled'; END $$`,
      'CREATE TRIGGER late BEFORE INSERT ON quizzes FOR EACH ROW EXECUTE FUNCTION late()')
    await expect(worldOf(ledger).setUp()).rejects.toMatchObject({ code: 'busy', message: 'The database was busy for too long, so this change was not saved. Try again in a moment.' })
  })

  it('waits for the lock of another session, and saves when it is free', async () => {
    const other = new Client({ host: '127.0.0.1', port: server.port, user: 'postgres', database: name })
    await other.connect()
    await other.query('BEGIN')
    await other.query('SELECT pg_advisory_xact_lock(1398035780)')
    const saved = ledger.upkeep.noteBeat(monday)
    await expect.poll(() => administer(name, `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)).toHaveLength(1)
    expect(await ledger.upkeep.lastBeat()).toBe(null)
    await other.query('ROLLBACK')
    await saved
    await other.end()
  })
})

describe('tables', () => {
  it('stay as they were when a migration fails in the middle', async () => {
    const connections = openConnections({ url: url(), most: 1, lost: () => undefined })
    const before = await administer(name, 'SELECT version FROM studyhall_version')
    const last = Number(before[0]?.['version'])
    const known = Array.from({ length: last }, (_, index) => ({ version: index + 1, sql: '' }))
    const added = [{ version: last + 1, sql: 'CREATE TABLE added (x bigint); INSERT INTO added VALUES (1)' }, { version: last + 2, sql: 'CREATE TABLE more (x bigint); SELECT 1 / 0' }]
    await expect(migrate(connections, [...known, ...added] as never)).rejects.toThrow('division by zero')
    expect(await administer(name, `SELECT to_regclass('added') AS added, (SELECT version FROM studyhall_version) AS version`)).toEqual([{ added: null, version: String(last) }])
    await connections.end()
  })

  it('of a newer version, or of another program, are left alone', async () => {
    await ledger.close()
    await administer(name, 'UPDATE studyhall_version SET version = 4711')
    await expect(open()).rejects.toMatchObject({ code: 'newer', message: expect.stringContaining('4711') })
    await administer(name, 'DROP SCHEMA public CASCADE', 'CREATE SCHEMA public AUTHORIZATION studyhall', 'SET ROLE studyhall', 'CREATE TABLE meta (x text)')
    await expect(open()).rejects.toMatchObject({ code: 'foreign' })
    expect(await administer(name, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)).toEqual([{ tablename: 'meta' }])
  })
})
