// When the commit queue commits, when it counts as busy, and what it still does while it is refused or after its end.
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { LedgerMeasures } from '../../src/core/measures.ts'
import { LedgerError } from '../../src/ledger/ledger-error.ts'
import { openCommitQueue } from '../../src/ledger/sqlite/file/commit-queue.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

function openNotes(measures?: LedgerMeasures) {
  const ran: string[] = []
  const db = new Database(':memory:', { verbose: (sql) => ran.push(String(sql)) })
  db.exec('CREATE TABLE notes (text TEXT NOT NULL UNIQUE) STRICT')
  const queue = openCommitQueue(db, () => undefined, (error) => new Error('explained', { cause: error }), measures)
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

it('what can wait is committed at once where nothing was committed before', async () => {
  const { noteSoon, notes } = openNotes()
  void noteSoon('a')
  await turns()
  expect(notes()).toEqual(['a'])
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
  const { note, noteSoon, read, peek, refuse, refused, notes } = openNotes()
  await note('a')
  const reason = new LedgerError('missing', 'The database is gone.')
  const waiting = note('waiting')
  expect(refused()).toBeUndefined()
  refuse(reason)
  expect(refused()).toBe(reason)
  await expect(waiting).rejects.toBe(reason)
  await expect(note('b')).rejects.toBe(reason)
  await expect(noteSoon('b')).rejects.toBe(reason)
  expect([await read(notes), peek(notes)]).toEqual([['a'], ['a']])
  refuse(undefined)
  await note('c')
  expect(notes()).toEqual(['a', 'c'])
})

it('whoever watches is asked before each commit, which waits for what they look at, and hears of it after', async () => {
  const { note, watch, notes } = openNotes()
  let looked = (): void => undefined
  const seen: unknown[][] = []
  watch({ check: () => (notes().length === 1 ? undefined : new Promise((done) => void (looked = done))), wrote: () => void seen.push(notes()) })
  const first = note('a')
  await turns()
  expect([notes(), seen]).toEqual([[], []])
  looked()
  await first
  await note('b')
  expect(seen).toEqual([['a'], ['a', 'b']])
})

it('a look that fails holds nobody up', async () => {
  const { note, watch, notes } = openNotes()
  watch({ check: () => Promise.reject(new Error('a fault')), wrote: () => undefined })
  await note('a')
  expect(notes()).toEqual(['a'])
})

it('each commit is measured: how much was in it, how long it took, and how much still waits; none that failed', async () => {
  const measured: (readonly number[])[] = []
  const { note, write, notes } = openNotes({ committed: (...numbers) => void measured.push(numbers) } as LedgerMeasures)
  vi.advanceTimersByTime(1_000)
  const slow = write(() => void vi.advanceTimersByTime(7))
  await Promise.all([slow, ...Array.from({ length: 599 }, (_, index) => note(String(index)))])
  expect(measured).toEqual([[512, 7, 88], [88, 0, 0]])
  await expect(note('0')).rejects.toThrow('explained')
  expect(measured).toHaveLength(2)
  await Promise.allSettled([note('0'), note('a')])
  expect(measured.slice(2)).toEqual([[2, 0, 0]])
  expect(notes()).toHaveLength(600)
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
