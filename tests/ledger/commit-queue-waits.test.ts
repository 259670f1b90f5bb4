// When the commit queue commits, when it counts as busy, and what it still does while it is refused or after its end.
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LedgerError } from '../../src/ledger/ledger-error.ts'
import { openCommitQueue } from '../../src/ledger/sqlite/file/commit-queue.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

function openNotes() {
  const ran: string[] = []
  const db = new Database(':memory:', { verbose: (sql) => ran.push(String(sql)) })
  db.exec('CREATE TABLE notes (text TEXT NOT NULL UNIQUE) STRICT')
  const queue = openCommitQueue(db, () => undefined, (error) => new Error('explained', { cause: error }))
  const insert = db.prepare('INSERT INTO notes VALUES (?)')
  return {
    ...queue,
    note: (text: string) => queue.write(() => insert.run(text).changes),
    noteSoon: (text: string) => queue.writeSoon(() => insert.run(text).changes),
    notes: () => db.prepare('SELECT text FROM notes ORDER BY rowid').pluck().all(),
    commits: () => ran.filter((sql) => sql === 'COMMIT').length,
    begins: () => ran.filter((sql) => sql.startsWith('BEGIN')).length,
  }
}

/** Everything that was scheduled for this turn of the event loop is done after a few more. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => void setImmediate(done))
}

it('what can wait is committed 50 ms after the last commit, all at once', async () => {
  const { note, noteSoon, notes, commits } = openNotes()
  await note('a')
  const soon = [noteSoon('b'), noteSoon('c')]
  vi.advanceTimersByTime(49)
  await turns()
  expect(notes()).toEqual(['a'])
  vi.advanceTimersByTime(1)
  await Promise.all(soon)
  expect([notes(), commits()]).toEqual([['a', 'b', 'c'], 2])
})

it('what can wait is committed at once where the last commit is long ago', async () => {
  const { note, noteSoon, notes } = openNotes()
  await note('a')
  vi.advanceTimersByTime(50)
  void noteSoon('b')
  await turns()
  expect(notes()).toEqual(['a', 'b'])
})

it('what went along with another commit needs none of its own, and what comes then waits anew', async () => {
  const { note, noteSoon, notes, commits } = openNotes()
  await note('a')
  void noteSoon('b')
  vi.advanceTimersByTime(20)
  await note('c')
  void noteSoon('d')
  vi.advanceTimersByTime(49)
  await turns()
  expect([notes(), commits()]).toEqual([['a', 'b', 'c'], 2])
  vi.advanceTimersByTime(1)
  await turns()
  expect([notes(), commits()]).toEqual([['a', 'b', 'c', 'd'], 3])
})

it('a call that fails alone is not tried a second time, and what it says is explained', async () => {
  const { note, begins } = openNotes()
  await note('a')
  await expect(note('a')).rejects.toMatchObject({ message: 'explained', cause: expect.objectContaining({ code: 'SQLITE_CONSTRAINT_UNIQUE' }) })
  expect(begins()).toBe(2)
})

it('a read that fails is explained, whether it runs at once, waits for others or goes ahead of them', async () => {
  const { note, read, peek } = openNotes()
  const failing = (): never => {
    throw new Error('a fault')
  }
  await expect(read(failing)).rejects.toThrow('explained')
  const written = note('a')
  await expect(read(failing)).rejects.toThrow('explained')
  expect(() => peek(failing)).toThrow('explained')
  await written
})

it('more than fifty calls within a second make it busy, those that wait and those that are done', async () => {
  const { note, busy } = openNotes()
  let made = 0
  const several = (count: number) => Array.from({ length: count }, () => note(String((made += 1))))
  const fifty = several(50)
  expect(busy()).toBe(false)
  const one = several(1)
  expect(busy()).toBe(true)
  await Promise.all([...fifty, ...one])
  vi.advanceTimersByTime(1_000)
  expect(busy()).toBe(true)
  vi.advanceTimersByTime(1)
  expect(busy()).toBe(false)
  await Promise.all(several(40))
  expect(busy()).toBe(false)
  vi.advanceTimersByTime(500)
  await Promise.all(several(10))
  expect(busy()).toBe(false)
  await Promise.all(several(1))
  expect(busy()).toBe(true)
})

it('while it is refused, nothing is written and everything can be read, until it is refused no longer', async () => {
  const { note, noteSoon, read, peek, refuse, notes } = openNotes()
  await note('a')
  const reason = new LedgerError('missing', 'The database is gone.')
  refuse(reason)
  await expect(note('b')).rejects.toBe(reason)
  await expect(noteSoon('b')).rejects.toBe(reason)
  expect([await read(notes), peek(notes)]).toEqual([['a'], ['a']])
  refuse(undefined)
  await note('c')
  expect(notes()).toEqual(['a', 'c'])
})

it('at its end it does what is waiting, and takes nothing more', async () => {
  const { note, noteSoon, read, peek, end, notes } = openNotes()
  await note('a')
  const [soon, now] = [noteSoon('b'), note('c')]
  end()
  expect(notes()).toEqual(['a', 'b', 'c'])
  await Promise.all([soon, now])
  const closed = expect.objectContaining({ name: 'LedgerError', code: 'closed' }) as unknown
  await expect(note('d')).rejects.toEqual(closed)
  await expect(noteSoon('d')).rejects.toEqual(closed)
  await expect(read(notes)).rejects.toEqual(closed)
  expect(() => peek(notes)).toThrow('The database is closed')
  expect(notes()).toEqual(['a', 'b', 'c'])
})
