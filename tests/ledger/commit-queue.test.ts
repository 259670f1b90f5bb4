// Group commit: together where it can be, each for itself where it must be, and nobody told before it is kept.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openCommitQueue, type CommitQueue } from '../../src/ledger/sqlite/file/commit-queue.ts'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { ledgerOn, openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { ada, ben, bankOf, monday, place, quizOf, someone, worldOf } from './world.ts'

const newFolder = temporaryFolder()

type Notes = CommitQueue & {
  readonly db: Database.Database
  /** What SQLite ran, and `forget`. */
  readonly ran: string[]
  readonly note: (text: string) => Promise<unknown>
  readonly notes: () => unknown[]
}

function openNotes(): Notes {
  const ran: string[] = []
  const db = new Database(':memory:', { verbose: (sql) => ran.push(String(sql)) })
  db.exec('CREATE TABLE notes (text TEXT NOT NULL UNIQUE) STRICT')
  const queue = openCommitQueue(db, () => ran.push('forget'), (error) => error)
  const insert = db.prepare('INSERT INTO notes VALUES (?)')
  const select = db.prepare('SELECT text FROM notes ORDER BY rowid').pluck()
  return { ...queue, db, ran, note: (text) => queue.write(() => insert.run(text).changes), notes: () => select.all() }
}

const statuses = (results: readonly PromiseSettledResult<unknown>[]) => results.map(({ status }) => status)

it('commits together what arrives together', async () => {
  const { note, ran, notes } = openNotes()
  await Promise.all(['a', 'b', 'c'].map(note))
  expect(notes()).toEqual(['a', 'b', 'c'])
  expect(ran.filter((sql) => sql === 'COMMIT')).toHaveLength(1)
  expect(ran.filter((sql) => sql.startsWith('SAVEPOINT'))).toHaveLength(0)
})

it('lets what can wait go along with others, in order', async () => {
  const { note, writeSoon, db, ran, notes } = openNotes()
  await note('a')
  const soon = (text: string) => writeSoon(() => db.prepare('INSERT INTO notes VALUES (?)').run(text).changes)
  await Promise.all([soon('b'), soon('c'), note('d')])
  expect(notes()).toEqual(['a', 'b', 'c', 'd'])
  expect(ran.filter((sql) => sql === 'COMMIT')).toHaveLength(2)
})

it('commits what can wait by itself where nothing else comes', async () => {
  const { note, writeSoon, notes, db } = openNotes()
  await note('a')
  await writeSoon(() => db.prepare(`INSERT INTO notes VALUES ('b')`).run())
  expect(notes()).toEqual(['a', 'b'])
})

it('commits what can wait before it ends', async () => {
  const { note, writeSoon, notes, db, end } = openNotes()
  await note('a')
  const waiting = writeSoon(() => db.prepare(`INSERT INTO notes VALUES ('b')`).run())
  end()
  await waiting
  expect(notes()).toEqual(['a', 'b'])
})

it('commits a crowd in several groups, in order', async () => {
  const { note, ran, notes } = openNotes()
  const texts = Array.from({ length: 1300 }, (_, index) => String(index))
  await Promise.all(texts.map(note))
  expect(notes()).toEqual(texts)
  expect(ran.filter((sql) => sql === 'COMMIT')).toHaveLength(3)
})

it('does not let a call that fails hurt the others', async () => {
  const { note, write, ran, notes } = openNotes()
  const fault = new Error('a fault')
  const failing = () => {
    throw fault
  }
  const results = await Promise.allSettled([note('a'), note('a'), write(failing), note('b'), note('b'), note('c')])
  expect(statuses(results)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
  expect(results[2]).toMatchObject({ reason: fault })
  expect(notes()).toEqual(['a', 'b', 'c'])
  expect(ran.filter((sql) => sql === 'COMMIT')).toHaveLength(1)
})

it('undoes all that a failing call has done', async () => {
  const { note, write, db, notes } = openNotes()
  const half = write(() => {
    db.exec(`INSERT INTO notes VALUES ('half')`)
    throw new Error('a fault')
  })
  expect(statuses(await Promise.allSettled([note('a'), half, note('b')]))).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(statuses(await Promise.allSettled([write(() => db.exec(`INSERT INTO notes VALUES ('a')`))]))).toEqual(['rejected'])
  expect(notes()).toEqual(['a', 'b'])
})

it('forgets what it remembers whenever something is undone', async () => {
  const { note, ran } = openNotes()
  await Promise.allSettled([note('a'), note('a')])
  expect(ran.filter((sql) => sql === 'forget')).toHaveLength(2)
})

it('fails everything where nothing can be committed, and goes on when it can', async () => {
  const file = join(newFolder(), 'ledger')
  const db = new Database(file, { timeout: 0 })
  db.exec('CREATE TABLE notes (text TEXT NOT NULL) STRICT')
  const queue = openCommitQueue(db, () => {}, (error) => error)
  const note = () => queue.write(() => db.exec(`INSERT INTO notes VALUES ('a')`).name)
  const other = new Database(file)
  other.exec('BEGIN IMMEDIATE')
  expect(statuses(await Promise.allSettled([note(), note()]))).toEqual(['rejected', 'rejected'])
  other.exec('COMMIT')
  expect(statuses(await Promise.allSettled([note(), note()]))).toEqual(['fulfilled', 'fulfilled'])
  expect(other.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(2)
  other.close()
  db.close()
})

it('lets a read see the writes that were asked for before it', async () => {
  const { note, read, notes } = openNotes()
  const written = note('a')
  expect(await read(notes)).toEqual(['a'])
  await written
  expect(await read(notes)).toEqual(['a'])
})

it('tells the caller only when another connection can see the answer', async () => {
  const file = join(newFolder(), 'ledger')
  const ledger = await openLedger(file)
  const world = worldOf(ledger)
  await world.setUp()
  const round = await world.post()
  const other = new Database(file, { readonly: true })
  const count = other.prepare('SELECT count(*) FROM answers WHERE person_id = (SELECT id FROM people WHERE display_name = ?)').pluck()
  const names = Array.from({ length: 50 }, (_, index) => `P${index}`)
  const seen = await Promise.all(
    names.map(async (name) => {
      await world.answer(round, someone(name), 'b')
      return count.get(name)
    }),
  )
  expect(seen).toEqual(names.map(() => 1))
  other.close()
  await ledger.close()
})

it('keeps the answers that arrive together with a call that fails', async () => {
  const ledger = await openLedger(':memory:')
  const world = worldOf(ledger)
  await world.setUp()
  const round = await world.post()
  const failing = ledger.quizzes.change(place, 'event', monday, () => {
    throw new Error('a fault')
  })
  const results = await Promise.allSettled([world.answer(round, ada, 'b'), failing, world.answer(round, ben, 'a')])
  expect(statuses(results)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect((await world.board()).people).toBe(2)
  expect((await ledger.quizzes.at(place))?.time).toBe(quizOf().time)
  await ledger.close()
})

it('says that the disk is full, keeps nothing half-written, and goes on when there is space', async () => {
  const file = join(newFolder(), 'ledger')
  const opened = openDatabase(file)
  const ledger = ledgerOn(opened)
  const world = worldOf(ledger)
  await world.setUp()
  const round = await world.post(monday, bankOf())
  await world.answer(round, ada, 'b')
  opened.db.pragma(`max_page_count = ${String(opened.db.pragma('page_count', { simple: true }))}`)
  const many = () => Promise.allSettled(Array.from({ length: 200 }, (_, index) => world.answer(round, someone(`P${index}`), 'b')))
  const full = await many()
  const rejected = full.find((result) => result.status === 'rejected')
  expect(rejected?.reason).toMatchObject({ name: 'LedgerError', code: 'full' })
  const kept = full.filter(({ status }) => status === 'fulfilled').length
  expect((await world.board()).people).toBe(kept + 1)
  expect((await ledger.rounds.view(round.id, round.group, null))?.answered).toBe(kept + 1)
  opened.db.pragma('max_page_count = 100000')
  expect(statuses(await many()).every((status) => status === 'fulfilled')).toBe(true)
  expect((await world.board()).people).toBe(201)
  await ledger.close()
})

it('takes nothing more once it is closed, and finishes what it has taken', async () => {
  const file = join(newFolder(), 'ledger')
  const ledger = await openLedger(file)
  const world = worldOf(ledger)
  await world.setUp()
  const round = await world.post()
  const [answered] = await Promise.all([world.answer(round, ada, 'b'), ledger.close()])
  expect(answered?.verdict.kind).toBe('counted')
  await expect(world.answer(round, ben, 'b')).rejects.toMatchObject({ code: 'closed' })
  await expect(world.board()).rejects.toMatchObject({ code: 'closed' })
  await ledger.close()
})
