// What a ledger is unsure of at a start: what was due until then may have been posted by somebody else.
import { copyFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { isGap, markRestored, noteGap, unsureAtStart } from '../../src/ledger/parts/unsure.ts'
import { migrate, readMigrations } from '../../src/ledger/sqlite/file/migrate.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { day, minute, monday } from './world.ts'

const newFolder = temporaryFolder()

function newDatabase(beatAt?: number): Database.Database {
  const db = new Database(':memory:')
  migrate(db, readMigrations())
  if (beatAt !== undefined) beat(db, beatAt)
  return db
}

const beat = (db: Database.Database, at: number) => db.prepare(`INSERT OR REPLACE INTO meta VALUES ('beat_at', ?)`).run(String(at))
const start = (db: Database.Database, now: number, beatHere: number | null = null) => unsureAtStart(db, { now, beatHere })
const before = (at: number) => at + 75_000

it('what is due until a minute after the start may be out', () => {
  expect(start(newDatabase(), monday)).toEqual({ before: before(monday), putBackAt: null })
})

it('a ledger that was restored was put back, though its last beat was just now, or it has none', () => {
  for (const db of [newDatabase(monday - 1), newDatabase()]) {
    markRestored(db)
    expect(start(db, monday)).toEqual({ before: before(monday), putBackAt: monday })
  }
})

it.each([[-minute, null], [0, null], [2_000, null], [2_001, monday]])('a ledger whose last beat was %i ms before the last one at its path', (since, putBackAt) => {
  expect(start(newDatabase(monday - minute), monday, monday - minute + since)).toMatchObject({ putBackAt })
})

it('a ledger that has no beat yet is new, whatever was at its path', () => {
  expect(start(newDatabase(), monday, monday - minute)).toMatchObject({ putBackAt: null })
})

it('the next starts know that it was put back, and when that was done again', () => {
  const db = newDatabase(monday - 1)
  markRestored(db)
  start(db, monday)
  expect(start(db, monday + day)).toEqual({ before: before(monday + day), putBackAt: monday })
  markRestored(db)
  markRestored(db)
  expect(start(db, monday + 2 * day)).toMatchObject({ putBackAt: monday + 2 * day })
})

it('a beat long after the one before makes it unsure up to then, and more than a day after it was put back only of what it can look for', () => {
  const db = newDatabase(monday - 1)
  markRestored(db)
  const unsure = start(db, monday)
  expect([isGap(monday, monday + 75_000), isGap(monday, monday + 75_001), isGap(monday, monday - 75_001)]).toEqual([false, true, true])
  const later = noteGap(db, unsure, monday + day - 1)
  expect(later).toEqual({ before: monday + day - 1, putBackAt: monday + day - 1 })
  expect(start(db, monday + day)).toMatchObject({ putBackAt: later.putBackAt })
  expect(noteGap(db, later, later.before + day)).toEqual({ before: later.before + day, putBackAt: later.putBackAt })
})

describe('the lock beside the file has the time of the last beat', () => {
  /** Two beats, with a copy made between them. */
  async function lived() {
    const folder = newFolder()
    const [file, copy] = [join(folder, 'ledger'), join(folder, 'copy')]
    const ledger = await openLedger(file, { now: monday })
    await ledger.upkeep.noteBeat(monday)
    await ledger.upkeep.backup(copy)
    await ledger.upkeep.noteBeat(monday + minute)
    await ledger.close()
    return { file, copy }
  }

  async function open(file: string) {
    const warned: string[] = []
    const ledger = await openLedger(file, { now: monday + 2 * minute, warn: (sentence) => warned.push(sentence) })
    const { putBackAt } = ledger.upkeep.unsure()
    await ledger.close()
    return { putBackAt, warned }
  }

  it('and nobody else’s', async () => {
    const { file } = await lived()
    expect(statSync(`${file}.lock`).mtimeMs).toBe(monday + minute)
    expect(await open(file)).toEqual({ putBackAt: null, warned: [] })
  })

  it('so a copy from before it is noticed, and the operator hears of it', async () => {
    const { file, copy } = await lived()
    copyFileSync(copy, file)
    expect(await open(file)).toEqual({ putBackAt: monday + 2 * minute, warned: [expect.stringContaining('is an older copy')] })
  })

  it('and one that was removed tells nothing', async () => {
    const { file, copy } = await lived()
    copyFileSync(copy, file)
    rmSync(`${file}.lock`)
    expect(await open(file)).toEqual({ putBackAt: null, warned: [] })
  })
})
