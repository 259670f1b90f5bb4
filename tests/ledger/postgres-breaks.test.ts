// What becomes of what is saved when connections to PostgreSQL break: nothing that was confirmed is lost, and nothing is saved twice.
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openConnections } from '../../src/ledger/postgres/connections.ts'
import { openJobQueue } from '../../src/ledger/postgres/job-queue.ts'
import { createReplays } from '../../src/ledger/postgres/replay.ts'
import { statementsOn } from '../../src/ledger/postgres/statements.ts'
import { newDatabase, queryIn, type TestDatabase } from './postgres-server.ts'
import { openWire, type Break } from './postgres-wire.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await newDatabase()
  await query('CREATE TABLE said (word text NOT NULL)')
})
afterEach(() => query('DELETE FROM said'))
afterAll(() => database.drop())

const query = (sql: string) => queryIn(database.url, sql)

const said = async () => (await query('SELECT word FROM said ORDER BY word')).map(({ word }) => word)
const endAll = () => query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'studyhall' AND datname = current_database()`)

async function open() {
  const wire = await openWire(database.url)
  const faults: unknown[] = []
  const lost = (fault: unknown) => void faults.push(fault)
  const [writing, reading] = [openConnections({ url: wire.url, most: 2, lost }), openConnections({ url: wire.url, most: 4, lost })]
  const { asking, replay } = createReplays()
  const queue = openJobQueue({ writing, reading, replay })
  onTestFinished(async () => {
    await queue.end()
    await Promise.all([writing.end(), reading.end()])
    await wire.close()
  })
  const db = statementsOn(asking)
  const insert = db.prepare<[string]>('INSERT INTO said VALUES (?)')
  const sleep = db.prepare<[number], unknown>('SELECT pg_sleep(?)').pluck()
  const count = db.prepare<[], number>('SELECT count(*) FROM said').pluck()
  const plus = db.prepare<[number], number>('SELECT CAST(? AS BIGINT) + 1').pluck()
  return {
    wire, faults, queue,
    say: (word: string) => queue.write(() => void insert.run(word)),
    /** Also asks something, so it takes round trips. */
    count: (word: string) => queue.write(() => {
      insert.run(word)
      return count.get()
    }),
    slowly: (word: string) => queue.write(() => {
      insert.run(word)
      sleep.get(1)
    }),
    askAnything: (value: number) => Number(plus.get(value)) + Number(plus.get(value)),
    counted: () => queue.read(() => count.get()),
    slowRead: () => queue.read(() => sleep.get(1) !== undefined && count.get()),
  }
}

const breaks: readonly Break[] = ['cut before', 'lost before', 'cut after']

describe.each(breaks)('a connection that is %s COMMIT', (how) => {
  it('loses and doubles nothing of one job', async () => {
    const { wire, say } = await open()
    await say('before')
    wire.breakNext(how)
    await say('now')
    await say('then')
    expect(wire.broken()).toBe(1)
    expect(await said()).toEqual(['before', 'now', 'then'])
  })

  it('loses and doubles nothing of many jobs, asked and not', async () => {
    const { wire, say, count } = await open()
    wire.breakNext(how)
    const all = await Promise.all([say('a'), count('b'), say('c'), count('d')])
    expect(wire.broken()).toBe(1)
    expect(all).toEqual([undefined, 2, undefined, 4])
    expect(await said()).toEqual(['a', 'b', 'c', 'd'])
  })
})

it('where nobody can tell whether it was saved, it is not tried again, and people hear to look', async () => {
  const { wire, say, count } = await open()
  wire.breakNext('cut after')
  const all = Promise.allSettled([say('a'), count('b')])
  await expect.poll(() => wire.broken()).toBe(1)
  wire.cut()
  expect((await all).map((each) => each.status === 'rejected' && String(each.reason.message))).toEqual(Array.from({ length: 2 }, () => expect.stringContaining('unclear whether this was saved')))
  wire.mend()
  await say('c')
  expect(await said()).toEqual(['a', 'b', 'c'])
})

describe('a backend that is ended', () => {
  it('while idle is replaced', async () => {
    const { faults, say, counted } = await open()
    await say('a')
    expect(await counted()).toBe(1)
    await endAll()
    await expect.poll(() => faults.length).toBeGreaterThan(1)
    await say('b')
    expect(await counted()).toBe(2)
  })

  it('at the very moment when it is ready is replaced as well', async () => {
    const { wire, say, counted } = await open()
    wire.endNext()
    await say('a')
    wire.endNext()
    expect(await counted()).toBe(1)
  })

  it('while it reads is asked again', async () => {
    const { slowRead, counted } = await open()
    await counted()
    const read = slowRead()
    await expect.poll(() => query(`SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND application_name = 'studyhall' AND state = 'active'`)).toHaveLength(1)
    await endAll()
    expect(await read).toBe(0)
  })

  it('in the middle of several jobs saves them once', async () => {
    const { say, slowly, count } = await open()
    const all = Promise.all([say('a'), slowly('b'), count('c')])
    await expect.poll(() => query(`SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND application_name = 'studyhall' AND state = 'active'`)).toHaveLength(1)
    await endAll()
    expect(await all).toEqual([undefined, undefined, 3])
    expect(await said()).toEqual(['a', 'b', 'c'])
  })
})

it('a server that is away: everything fails at once, and goes on when it is back', async () => {
  const { wire, queue, say, counted } = await open()
  await say('a')
  wire.cut()
  const refused = { name: 'LedgerError', code: 'cannot-open', message: expect.stringContaining('Check DATABASE_URL') }
  await expect(say('b')).rejects.toMatchObject(refused)
  await expect(counted()).rejects.toMatchObject(refused)
  expect(queue.fault()).toMatchObject(refused)
  wire.mend()
  await say('c')
  expect([queue.fault(), await said()]).toEqual([undefined, ['a', 'c']])
})

it('a job that cannot be run again fails by itself, and harms no other', async () => {
  const { queue, say, askAnything } = await open()
  let times = 0
  const all = await Promise.allSettled([say('a'), queue.write(() => askAnything((times += 1))), say('b')])
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(all[1]).toMatchObject({ reason: { message: expect.stringContaining('Please report this') } })
  expect(await said()).toEqual(['a', 'b'])
})
