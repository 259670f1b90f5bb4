// A ledger is copied from a file to PostgreSQL and back, whole or not at all.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { differingTables } from '../../src/ledger/postgres/copy/differences.ts'
import { migrateTo } from '../../src/ledger/postgres/copy/migrate-to.ts'
import { copyToFile, snapshotOf } from '../../src/ledger/postgres/copy/snapshot.ts'
import { openPostgresLedger } from '../../src/ledger/postgres/postgres-ledger.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { openToRead, verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { until } from '../fakes/until.ts'
import { playedLedger } from './played-ledger.ts'
import { newDatabase, type TestDatabase } from './postgres-server.ts'
import { temporaryFolder } from './temporary-folder.ts'

const newFolder = temporaryFolder()
const quiet = () => undefined
let target: TestDatabase
let client: Client
let file: string

beforeAll(async () => {
  target = await newDatabase()
  client = new Client(target.url)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await target.drop()
})
beforeEach(async () => {
  await target.empty()
  file = playedLedger(newFolder(), 35)
})

const scalar = async (text: string): Promise<unknown> => Object.values((await client.query<Record<string, unknown>>(text)).rows[0] ?? {})[0]
const countOf = async (table: string): Promise<number> => Number(await scalar(`SELECT count(*) FROM ${table}`))

describe('a ledger that moves to PostgreSQL', () => {
  it('has every row there, ids go on after the last one, and the bot looks for what may have been posted since', async () => {
    const before = readFileSync(file)
    const { rows, replaced, verdict } = await migrateTo(target.url, file)
    expect([rows > 100, replaced, verdict.problems]).toEqual([true, 0, []])
    expect(readFileSync(file)).toEqual(before)
    for (const table of ['people', 'rounds', 'study_log']) {
      expect(Number(await scalar(`SELECT nextval(pg_get_serial_sequence('${table}', 'id'))`))).toBe(Number(await scalar(`SELECT max(id) + 1 FROM ${table}`)))
    }
    const references = `SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND convalidated`
    expect(Number(await scalar(references))).toBeGreaterThan(50)
    expect(await scalar(`SELECT string_agg(DISTINCT tgenabled::text, '') FROM pg_trigger`)).toBe('O')

    const back = join(newFolder(), 'back.sqlite')
    await snapshotOf(target.url, back, quiet)
    const [one, other] = [openToRead(file), openToRead(back)]
    expect(differingTables(one, other)).toEqual(['meta'])
    expect(verifyLedger(back)).toEqual(verdict)
    one.close()
    other.close()

    const ledger = await openPostgresLedger(target.url, { now: 1_800_000_000_000 })
    expect(ledger.upkeep.unsure().putBackAt).toBe(1_800_000_000_000)
    await ledger.close()
  })

  it('goes back to a file that a bot can use, and never over one that is there', async () => {
    await migrateTo(target.url, file)
    const copy = join(newFolder(), 'copy.sqlite')
    await copyToFile(target.url, copy, quiet)
    await expect(copyToFile(target.url, copy, quiet)).rejects.toMatchObject({ code: 'exists' })
    const { db, unsure, file: opened } = openDatabase(copy, { now: 1_800_000_000_000 })
    expect(unsure.putBackAt).toBe(1_800_000_000_000)
    expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'`).pluck().get()).toBeGreaterThan(0)
    db.close()
    opened?.lock.release()
  })

  it('has U+FFFD for a NUL, and says how many texts had one', async () => {
    const db = new Database(file)
    db.prepare(`UPDATE people SET display_name = 'A' || char(0) || '"\\{},' || char(10) WHERE id = 1`).run()
    db.close()
    expect(await migrateTo(target.url, file)).toMatchObject({ replaced: 1 })
    expect(await scalar('SELECT display_name FROM people WHERE id = 1')).toBe('A\uFFFD"\\{},\n')
  })

  it('is not copied where there is data, over a running bot, or from a file that is in use, damaged, or none', async () => {
    await client.query(`INSERT INTO groups (name) VALUES ('slack:T9')`)
    await expect(migrateTo(target.url, file)).rejects.toMatchObject({ code: 'exists', message: expect.stringContaining('Name an empty database.') })
    await target.empty()
    await client.query(`INSERT INTO leases (name, owner, until) VALUES ('bot', 'somebody', now() + interval '1 hour')`)
    await expect(migrateTo(target.url, file)).rejects.toMatchObject({ code: 'in-use' })
    await client.query('DELETE FROM leases')
    const { db, file: opened } = openDatabase(file)
    await expect(migrateTo(target.url, file)).rejects.toMatchObject({ code: 'in-use' })
    db.prepare('DELETE FROM votes').run()
    db.close()
    opened?.lock.release()
    await expect(migrateTo(target.url, file)).rejects.toMatchObject({ code: 'damaged', message: expect.stringContaining('nothing was copied') })
    await expect(migrateTo(target.url, join(newFolder(), 'none'))).rejects.toMatchObject({ code: 'cannot-open' })
    const notes = join(newFolder(), 'notes')
    writeFileSync(notes, 'Buy milk.\n'.repeat(100))
    await expect(migrateTo(target.url, notes)).rejects.toMatchObject({ code: 'foreign' })
    const newer = playedLedger(newFolder(), 1)
    const later = new Database(newer)
    later.pragma('user_version = 999')
    later.close()
    await expect(migrateTo(target.url, newer)).rejects.toMatchObject({ code: 'newer' })
    expect(await countOf('people')).toBe(0)
  })

  it('is not there at all if the copy breaks off, and can be copied again', async () => {
    const other = new Client(target.url)
    await other.connect()
    await other.query('BEGIN; SELECT 1 FROM weekly_recaps')
    const copying = migrateTo(target.url, file).then(() => 'saved', (fault: Error) => fault.message)
    const ended = async () => Number(await scalar(`SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`)) > 0
    await until(ended, 'the copy to wait')
    expect(await copying).toMatch(/run the command again/u)
    await other.end()
    expect(await countOf('people')).toBe(0)
    expect(await migrateTo(target.url, file)).toMatchObject({ replaced: 0 })
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`studyhall-copy-${process.pid}-`))).toEqual([])
    expect(existsSync(`${file}-wal`) && readFileSync(`${file}-wal`).length > 0).toBe(false)
  })
})
