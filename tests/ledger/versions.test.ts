// Ledgers of every earlier version, with what had been played on them: `versions/NNN.sql` is what version NNN wrote into its tables.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { readMigrations, versionOf } from '../../src/ledger/sqlite/file/migrate.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { restoreLedger } from '../../src/ledger/sqlite/file/restore.ts'
import { ledgerOn, openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { playedIn, playedLedger } from './played-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { ada, ben, day, group, minute, monday, place, short, worldOf } from './world.ts'

const newFolder = temporaryFolder()
const migrations = readMigrations()
const earlier = migrations.slice(0, -1).map(({ version }) => version)
const ledgerOf = (version: number) => playedLedger(newFolder(), version)

/** All that stands in all tables. */
function contents(file: string): unknown {
  const db = new Database(file, { readonly: true })
  const tables = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all()
  const rows = tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()])
  const kept = { version: versionOf(db), schema: db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all(), rows }
  db.close()
  return kept
}

it('each earlier version has its data here', () => {
  expect(earlier.filter((version) => !existsSync(playedIn(version)))).toEqual([])
  expect(earlier.length).toBeGreaterThan(0)
})

describe.each(earlier)('a ledger of version %i', (version) => {
  it('is brought up to date with all that was played', async () => {
    const file = ledgerOf(version)
    const ledger = await openLedger(file)
    const world = worldOf(ledger)
    expect((await ledger.rounds.latest(place, 9)).map(({ occasion, state }) => [occasion, state])).toEqual([
      ['2026-01-08', 'open'], ['2026-01-07', 'missed'], ['2026-01-06', 'closed'], ['2026-01-05', 'closed'],
    ])
    expect(short(await world.board())).toEqual([[1, 'Ada', 3], [2, 'Ben', 0]])
    expect((await ledger.rounds.latest(place, 9)).map(({ words }) => words?.stem ?? null)).toEqual([version > 8 ? 'Which one?' : null, null, null, null])
    await ledger.news.noteChanges({ contents: new Map() }, monday)
    expect(await ledger.news.changed(monday, 9)).toHaveLength(version > 8 ? 1 : 0)
    expect((await ledger.boards.progress(ada, place, '2026-01-08')).streak).toMatchObject({ current: 3, alive: 3, grace: 0, toward: 3 })
    expect((await ledger.news.toTell(monday + 9 * day, 9)).map(({ round }) => round.occasion)).toEqual(version > 1 ? ['2026-01-07'] : [])
    await ledger.close()
    expect(verifyLedger(file)).toMatchObject({ problems: [], answers: 7, rounds: 4, people: 3 })
  })

  it('goes on: the open question is answered, closed and followed by the next one', async () => {
    const ledger = await openLedger(ledgerOf(version))
    const world = worldOf(ledger)
    const open = await ledger.rounds.open(place, monday + 3 * day + minute)
    if (open === undefined) throw new Error('no round is open')
    expect((await world.answer(open, ben, 'b', monday + 3 * day + minute))?.verdict).toMatchObject({ kind: 'counted', right: true })
    expect((await world.answer(open, ada, 'a', monday + 3 * day + minute))?.verdict.kind).toBe('stands')
    expect(await ledger.closing.closeDue(open.closesAt, 5)).toMatchObject([{ answered: 2 }])
    const next = await world.post(monday + 4 * day)
    expect((await world.answer(next, ada, 'b', monday + 4 * day))?.streak).toBe(4)
    expect((await ledger.rounds.view(next.id, group, null))?.answered).toBe(1)
    await ledger.close()
  })

  it('is as it was where it cannot be brought up to date, and can be later', async () => {
    const file = ledgerOf(version)
    const before = contents(file)
    const failing = { version: migrations.length + 1, sql: `DELETE FROM answers; DROP TABLE votes; INSERT INTO nowhere VALUES (1)` }
    const refusal = /could not be brought up to date, and is as it was before .*nowhere.*Start the version/u
    expect(() => openDatabase(file, { migrations: [...migrations, failing] })).toThrow(refusal)
    expect(contents(file)).toEqual(before)
    await (await openLedger(file)).close()
    expect(verifyLedger(file)).toMatchObject({ problems: [], answers: 7 })
  })

  it('is verified as it is, and put back as a backup', async () => {
    const backup = ledgerOf(version)
    const before = readFileSync(backup)
    expect(verifyLedger(backup)).toMatchObject({ problems: [], answers: 7 })
    const file = join(newFolder(), 'ledger')
    expect(restoreLedger(backup, file, 'now').verdict.answers).toBe(7)
    expect(readFileSync(backup).equals(before)).toBe(true)
    const ledger = await openLedger(file)
    expect(short(await worldOf(ledger).board())).toEqual([[1, 'Ada', 3], [2, 'Ben', 0]])
    await ledger.close()
  })

  it('is found out where it is not whole', () => {
    const file = ledgerOf(version)
    const db = new Database(file)
    db.exec('UPDATE votes SET people = 9 WHERE round_id = 1')
    db.close()
    expect(verifyLedger(file).problems.join()).toContain('votes of round 1')
  })
})

it('a streak from before there were grace days goes on from where it stood, with those that it would have earned', async () => {
  const withGrace = migrations.find(({ sql }) => sql.includes('CREATE TABLE streak_starts'))?.version ?? 0
  const file = ledgerOf(withGrace - 1)
  const before = new Database(file)
  before.exec('UPDATE members SET current = 25, longest = 40')
  before.close()
  const ledger = await openLedger(file)
  const world = worldOf(ledger)
  expect((await ledger.boards.progress(ada, place, '2026-01-08')).streak).toMatchObject({ alive: 25, longest: 40, grace: 2, toward: 0 })
  expect((await world.answer(await world.post(monday + 4 * day), ada, 'b', monday + 4 * day))?.streak).toBe(26)
  await ledger.close()
  expect(verifyLedger(file).problems).toEqual([])
})

it('a ledger whose migration needs more disk than there is stays as it was', () => {
  const file = ledgerOf(1)
  const before = contents(file)
  const sql = `PRAGMA max_page_count = 60; CREATE TABLE big (a TEXT) STRICT; INSERT INTO big SELECT hex(randomblob(500000))`
  const greedy = { version: migrations.length + 1, sql }
  expect(() => openDatabase(file, { migrations: [...migrations, greedy] })).toThrow(/disk .* is full/u)
  expect(contents(file)).toEqual(before)
  const opened = openDatabase(file)
  expect(versionOf(opened.db)).toBe(migrations.length)
  return ledgerOn(opened).close()
})
