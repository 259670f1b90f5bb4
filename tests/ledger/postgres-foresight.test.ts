// Jobs that look ahead together: what one of them took for granted and isn't so is never saved, whoever wrote in between, and wherever the
// connection breaks.
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { LedgerError } from '../../src/ledger/ledger-error.ts'
import { openConnections, type Connections } from '../../src/ledger/postgres/connections.ts'
import { openJobQueue, type QueueOptions } from '../../src/ledger/postgres/job-queue.ts'
import { toWrite } from '../../src/ledger/postgres/opening.ts'
import { plain } from '../../src/ledger/postgres/question.ts'
import { createReplays } from '../../src/ledger/postgres/replay.ts'
import { statementsOn } from '../../src/ledger/postgres/statements.ts'
import { newDatabase, queryIn, type TestDatabase } from './postgres-server.ts'
import { openWire } from './postgres-wire.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await newDatabase()
  await query('CREATE TABLE counts (name text PRIMARY KEY, value bigint NOT NULL); CREATE TABLE said (word text NOT NULL); CREATE TABLE doors (is_open bigint NOT NULL)')
})
afterEach(() => query('DELETE FROM counts; DELETE FROM said; DELETE FROM doors'))
afterAll(() => database.drop())

const query = (sql: string) => queryIn(database.url, sql)
const said = async () => (await query('SELECT word FROM said ORDER BY word')).map(({ word }) => word)
const valueOf = async (name: string) => Number((await query(`SELECT value FROM counts WHERE name = '${name}'`))[0]?.['value'])

/** Hears each statement before it is sent; the next ones wait until it's done. */
type Hear = (text: string) => Promise<unknown> | undefined

async function open({ fence }: Pick<QueueOptions, 'fence'> = {}) {
  const wire = await openWire(database.url)
  const sent: string[] = []
  let hear: Hear = () => undefined
  const [writing, reading] = [openConnections({ url: wire.url, most: 2, lost: () => undefined }), openConnections({ url: wire.url, most: 4, lost: () => undefined })]
  const { asking, replay } = createReplays()
  const queue = openJobQueue({ writing: heardBy(writing, (text) => (sent.push(text), hear(text))), reading, replay, fence })
  onTestFinished(async () => {
    await queue.end()
    await Promise.all([writing.end(), reading.end()])
    await wire.close()
  })
  const db = statementsOn(asking)
  const [find, save, add] = [db.prepare<[string], number>('SELECT value FROM counts WHERE name = ?').pluck(), db.prepare<[number, string]>('UPDATE counts SET value = ? WHERE name = ?'), db.prepare<[string, number]>('INSERT INTO counts VALUES (?, ?)')]
  const [say, isOpen] = [db.prepare<[string]>('INSERT INTO said VALUES (?)'), db.prepare<[], number>('SELECT is_open FROM doors').pluck()]
  const [plus, remove, open] = [db.prepare<[string]>('UPDATE counts SET value = value + 1 WHERE name = ?'), db.prepare<[string]>('DELETE FROM counts WHERE name = ?'), db.prepare('UPDATE doors SET is_open = 1')]
  const often = <Value>(work: () => Value) => queue.write(work, 'often')
  /** Reads, decides and saves, as an answer does. */
  const raise = (name: string) => {
    const before = find.get(name)
    if (before === undefined) add.run(name, 1)
    else if (save.run(before + 1, name).changes !== 1) throw new Error('nothing was raised')
    say.run(`${name} ${(before ?? 0) + 1}`)
    return (before ?? 0) + 1
  }
  return {
    wire, queue, sent, often, raise,
    bump: (name: string) => plus.run(name).changes,
    drop: (name: string) => void remove.run(name),
    isOpen: () => isOpen.get(),
    openDoor: () => void open.run(),
    raises: (...names: readonly string[]) => Promise.all(names.map((name) => often(() => raise(name)))),
    when: (next: Hear) => void (hear = next),
  }
}

function heardBy({ take, end }: Connections, hear: Hear): Connections {
  return {
    end,
    async take() {
      const { send, ...connection } = await take()
      let turn: Promise<unknown> = Promise.resolve()
      return {
        ...connection,
        send(question) {
          turn = turn.then(() => hear(question.text))
          return turn.then(() => send(question))
        },
      }
    },
  }
}

const transactions = (sent: readonly string[]) => sent.filter((text) => text.startsWith('BEGIN')).length
const isRead = (text: string) => text.startsWith('SELECT value')

it('those that touch different rows are saved in one transaction, in few round trips', async () => {
  const { raises, sent } = await open()
  await raises('a', 'b', 'c')
  sent.length = 0
  expect(await raises('a', 'b', 'c')).toEqual([2, 2, 2])
  expect(transactions(sent)).toBe(1)
  // All have looked before the first one writes, and again in earnest.
  const [reads, firstWrite] = [sent.flatMap((text, at) => (isRead(text) ? [at] : [])), sent.findIndex((text) => text.startsWith('UPDATE'))]
  expect(reads.filter((at) => at < firstWrite)).toHaveLength(3)
  expect(reads.filter((at) => at > firstWrite)).toHaveLength(2)
  expect(await said()).toEqual(['a 1', 'a 2', 'b 1', 'b 2', 'c 1', 'c 2'])
})

it('those that touch the same row follow each other, again and again', async () => {
  const { raises } = await open()
  for (const round of [0, 1, 2, 3]) expect(await raises(...Array.from({ length: 10 }, () => 'a'))).toEqual(Array.from({ length: 10 }, (_, nth) => round * 10 + nth + 1))
  expect([await valueOf('a'), (await said()).length]).toEqual([40, 40])
})

it('what another process writes after they looked is seen, though it takes no lock', async () => {
  const { raises, when, sent } = await open()
  await raises('a', 'b')
  let looks = 0
  when((text) => (isRead(text) && (looks += 1) === 3 ? query(`UPDATE counts SET value = 100 WHERE name = 'b'`) : undefined))
  sent.length = 0
  expect(await raises('a', 'b')).toEqual([2, 101])
  expect([transactions(sent), await valueOf('b')]).toEqual([2, 101])
})

it('how many rows a statement changed the last time is no promise', async () => {
  const { queue, often, bump, drop, raises } = await open()
  await raises('a', 'b')
  const both = () => Promise.all(['a', 'b'].map((name) => often(() => bump(name))))
  expect([await both(), await both()]).toEqual([[1, 1], [1, 1]])
  expect(await Promise.all([queue.write(() => drop('b')), both()])).toEqual([undefined, [1, 0]])
  expect(await valueOf('a')).toBe(4)
})

it('other jobs of the batch are told nothing that was only taken for granted', async () => {
  const { queue, often, raise } = await open()
  await Promise.all([often(() => raise('a')), often(() => raise('b'))])
  expect(await Promise.all([often(() => raise('a')), queue.write(() => raise('a')), often(() => raise('a')), queue.write(() => raise('b'))])).toEqual([2, 3, 4, 2])
})

it('a server that is busy for too long says so to everybody, and each is not tried for itself', async () => {
  const { raises, sent } = await open()
  const other = new Client(database.url)
  await other.connect()
  onTestFinished(() => other.end())
  const [{ lock } = { lock: 0 }] = toWrite.flatMap(({ text, values }) => (text.includes('pg_advisory_xact_lock') ? [{ lock: values[0] }] : []))
  await other.query('SELECT pg_advisory_lock($1)', [lock])
  const all = Promise.allSettled([raises('a', 'b')])
  const gaveUp = () => other.query(`SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE application_name = 'studyhall' AND datname = current_database() AND wait_event_type = 'Lock'`)
  for (const attempt of [1, 2]) {
    await expect.poll(() => transactions(sent)).toBe(attempt)
    await expect.poll(async () => (await gaveUp()).rowCount).toBe(1)
  }
  expect(await all).toMatchObject([{ reason: { code: 'busy' } }])
  expect(transactions(sent)).toBe(2)
})

describe('a job that throws', () => {
  it('harms no other of the batch', async () => {
    const { often, raise } = await open()
    const fails = () => {
      raise('a')
      throw new Error('as it is')
    }
    const all = await Promise.allSettled([often(() => raise('a')), often(fails), often(() => raise('b')), often(() => raise('a'))])
    expect(all.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))).toEqual([1, 'Error: as it is', 1, 2])
    expect(await said()).toEqual(['a 1', 'a 2', 'b 1'])
  })

  it.each([new Error('the door is closed'), new LedgerError('failed', 'The door is closed.')])('on something that was never so does not fail (%s)', async (fault) => {
    const { queue, often, raise, isOpen, openDoor } = await open()
    await query('INSERT INTO doors VALUES (0)')
    const enters = (name: string) => () => {
      if (isOpen() !== 1) throw fault
      return raise(name)
    }
    // They look while it is closed; when it's their turn, it's open.
    expect(await Promise.all([queue.write(openDoor), often(enters('a')), often(enters('b'))])).toEqual([undefined, 1, 1])
  })
})

it('another bot that follows after they looked: nothing is saved, and everybody hears why', async () => {
  const lost = new LedgerError('in-use', 'Another bot took over.')
  const { raises, when } = await open({ fence: { question: plain('SELECT 1 FROM doors WHERE is_open = 1'), isForAll: true, lost: () => lost } })
  await query('INSERT INTO doors VALUES (1)')
  await raises('a', 'b')
  // The first one asks the fence before that, the second one, by which what was foreseen is tried again, after.
  let looks = 0
  when((text) => (isRead(text) && (looks += 1) === 3 ? query(`UPDATE doors SET is_open = 0; UPDATE counts SET value = 100 WHERE name = 'b'`) : undefined))
  await expect(raises('a', 'b')).rejects.toBe(lost)
  expect([await valueOf('a'), await valueOf('b'), await said()]).toEqual([1, 100, ['a 1', 'b 1']])
})

describe('a connection that breaks', () => {
  const endAll = () => query(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'studyhall' AND datname = current_database()`)

  it.each(['ended by the server', 'cut on its way'])('at any statement (%s) loses nothing and doubles nothing', async (how) => {
    const { wire, raises, sent, when } = await open()
    const names = ['a', 'b', 'c']
    await raises(...names)
    sent.length = 0
    await raises(...names)
    const statements = sent.length
    expect([transactions(sent), sent.at(-1)]).toEqual([1, 'COMMIT'])
    const cut = () => {
      wire.cut()
      wire.mend()
    }
    for (let nth = 0; nth < statements; nth += 1) {
      let left = nth
      when(() => ((left -= 1) === -1 ? Promise.resolve(how === 'cut on its way' ? cut() : endAll()) : undefined))
      expect(await raises(...names), `statement ${nth}`).toEqual([nth + 3, nth + 3, nth + 3])
      expect(left).toBeLessThan(0)
    }
    const all = names.flatMap((name) => Array.from({ length: statements + 2 }, (_, nth) => `${name} ${nth + 1}`))
    expect(await said()).toEqual(all.toSorted())
  })
})
