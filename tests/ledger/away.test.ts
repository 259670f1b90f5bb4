// When a ledger counts as having been away: what was due until then may have been posted by somebody else.
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { isGap, markRestored, noteAway, noteGap } from '../../src/ledger/sqlite/file/away.ts'
import { migrate, readMigrations } from '../../src/ledger/sqlite/file/migrate.ts'
import { day, minute, monday } from './world.ts'

function newDatabase(beatAt?: number): Database.Database {
  const db = new Database(':memory:')
  migrate(db, readMigrations())
  if (beatAt !== undefined) beat(db, beatAt)
  return db
}

const beat = (db: Database.Database, at: number) => db.prepare(`INSERT OR REPLACE INTO meta VALUES ('beat_at', ?)`).run(String(at))

it('a new ledger was never away', () => {
  expect(noteAway(newDatabase(), monday)).toBeNull()
})

it.each([[75_000, null], [75_001, { before: monday, restored: false }], [-75_000, null], [-75_001, { before: monday, restored: false }]])(
  'a start %i ms after the last beat, which can be before it where the clock was set back: %j',
  (since, unsure) => {
    expect(noteAway(newDatabase(monday - since), monday)).toEqual(unsure)
  },
)

it('a ledger that was restored was away, though its last beat was just now, or it has none', () => {
  for (const db of [newDatabase(monday - 1), newDatabase()]) {
    markRestored(db)
    expect(noteAway(db, monday)).toEqual({ before: monday, restored: true })
  }
})

it('stays unsure of the same rounds at the next starts, until it is away again', () => {
  const db = newDatabase(monday - 1)
  markRestored(db)
  noteAway(db, monday)
  beat(db, monday)
  expect(noteAway(db, monday + minute)).toEqual({ before: monday, restored: true })
  expect(noteAway(db, monday + day)).toEqual({ before: monday + day, restored: false })
  beat(db, monday + day)
  expect(noteAway(db, monday + day + minute)).toEqual({ before: monday + day, restored: false })
})

it('a second restore makes it unsure again', () => {
  const db = newDatabase(monday)
  markRestored(db)
  noteAway(db, monday)
  beat(db, monday)
  markRestored(db)
  markRestored(db)
  expect(noteAway(db, monday + minute)).toEqual({ before: monday + minute, restored: true })
})

it('a beat long after the one before makes it unsure up to then, and a day after the restore it no longer takes posts for likely', () => {
  const db = newDatabase(monday - 1)
  markRestored(db)
  const unsure = noteAway(db, monday)
  if (unsure === null) throw new Error('it is sure')
  expect([isGap(monday, monday + 75_000), isGap(monday, monday + 75_001), isGap(monday, monday - 75_001)]).toEqual([false, true, true])
  const later = noteGap(db, unsure, monday + day - 1)
  expect(later).toEqual({ before: monday + day - 1, restored: true })
  beat(db, monday + day)
  expect(noteAway(db, monday + day)).toEqual(later)
  expect(noteGap(db, later, later.before + day)).toEqual({ before: later.before + day, restored: false })
})
