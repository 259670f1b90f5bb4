// Of several bots on one database in PostgreSQL one is served, and whoever was followed saves nothing more.
import { afterAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { openConnections, type Connection } from '../../src/ledger/postgres/connections.ts'
import { takeLease } from '../../src/ledger/postgres/lease.ts'
import { openPostgresLedger, type PostgresOptions } from '../../src/ledger/postgres/postgres-ledger.ts'
import { newDatabase, queryIn, type TestDatabase } from './postgres-server.ts'
import { openWire } from './postgres-wire.ts'
import { monday, worldOf } from './world.ts'

let database: TestDatabase
const all: TestDatabase[] = []
beforeEach(async () => {
  database = await newDatabase()
  all.push(database)
})
afterAll(() => Promise.all(all.map((each) => each.drop())))

/** Runs out while somebody waits for it. */
const quick = { lasts: 3_000, renewEvery: 500, askEvery: 100 }
/** Never runs out, however slow the machine is. */
const long = { lasts: 600_000, renewEvery: 200, askEvery: 50 }

/** A bot's ledger, on a wire of its own. */
async function open(more: PostgresOptions = {}) {
  const wire = await openWire(database.url)
  const heard: string[] = []
  onTestFinished(() => wire.close())
  const ledger = await openPostgresLedger(wire.url, { lease: quick, onFollowed: ({ message }) => void heard.push(message), ...more })
  onTestFinished(() => ledger.close())
  return { wire, heard, ledger }
}

const query = (sql: string) => queryIn(database.url, sql)

const inUse = { name: 'LedgerError', code: 'in-use' }

it('refuses a second bot while the first one lives, and lets it in at once when that has stopped', async () => {
  const first = await open({ lease: long })
  await expect(open({ lease: long })).rejects.toMatchObject({ ...inUse, message: 'Another running bot uses this database. Stop it first, or name another one in DATABASE_URL.' })
  await first.ledger.close()
  const second = await open({ lease: long })
  await second.ledger.upkeep.noteBeat(monday)
})

it('lets a second one in when the first one was silent for too long; that one saves nothing more, and hears why, once', async () => {
  const first = await open()
  await first.ledger.upkeep.noteBeat(monday)
  // Its timers stand still, as if it were frozen.
  first.wire.cut()
  const second = await open()
  await worldOf(second.ledger).setUp()
  first.wire.mend()
  await expect.poll(() => first.heard).toEqual([expect.stringContaining('Another bot took over')])
  await expect(first.ledger.upkeep.noteBeat(monday + 1)).rejects.toMatchObject(inUse)
  await expect(Promise.all([first.ledger.upkeep.noteBeat(monday + 1), worldOf(first.ledger).setUp()])).rejects.toMatchObject(inUse)
  expect([first.heard.length, first.ledger.upkeep.fault()?.code]).toEqual([1, 'in-use'])
  await second.ledger.upkeep.noteBeat(monday + 2)
  expect(await second.ledger.upkeep.lastBeat()).toBe(monday + 2)
  expect(second.heard).toEqual([])
  // Its farewell takes nothing away from the one that followed.
  await first.ledger.close()
  await second.ledger.upkeep.noteBeat(monday + 3)
})

it('saves nothing of what was under way when another one followed', async () => {
  const first = await open({ lease: { ...long, renewEvery: 600_000 } })
  await query(`UPDATE leases SET owner = 'another'`)
  await expect(first.ledger.upkeep.noteBeat(monday)).rejects.toMatchObject(inUse)
  expect(first.heard).toHaveLength(1)
  expect(await first.ledger.upkeep.lastBeat()).toBe(null)
})

it('goes on by itself after it could not reach the database for longer than the lease, if nobody followed', async () => {
  const { wire, ledger, heard } = await open()
  wire.cut()
  await expect.poll(() => ledger.upkeep.fault()?.code).toBe('busy')
  await expect(ledger.upkeep.noteBeat(monday)).rejects.toMatchObject({ code: 'cannot-open' })
  expect(ledger.upkeep.fault()?.code).toBe('cannot-open')
  wire.mend()
  await ledger.upkeep.noteBeat(monday)
  await expect.poll(() => ledger.upkeep.fault()).toBeUndefined()
  expect(heard).toEqual([])
})

it('two that start on an empty database at once: one makes the tables and runs, the other is refused', async () => {
  const both = await Promise.allSettled([open({ lease: long }), open({ lease: long })])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: inUse })
})

it('changes no tables that another bot uses just now', async () => {
  const first = await open({ lease: long })
  await query('UPDATE studyhall_version SET version = 1')
  await expect(open({ lease: long })).rejects.toMatchObject(inUse)
  expect(await query('SELECT version FROM studyhall_version')).toEqual([{ version: '1' }])
  await first.ledger.upkeep.noteBeat(monday)
})

it('a renewal that was on its way at the stop is no news of another bot', async () => {
  await open().then(({ ledger }) => ledger.close())
  const connections = openConnections({ url: database.url, most: 3, lost: () => undefined })
  onTestFinished(() => connections.end())
  const held = Promise.withResolvers<void>()
  const renewals: Promise<unknown>[] = []
  const late = (connection: Connection): Connection => ({
    ...connection,
    send(question) {
      if (!question.text.startsWith('UPDATE leases')) return connection.send(question)
      const answer = held.promise.then(() => connection.send(question))
      renewals.push(answer)
      return answer
    },
  })
  const heard: string[] = []
  const lease = await takeLease({ ...connections, take: async () => late(await connections.take()) }, { onFollowed: ({ message }) => void heard.push(message) }, { ...long, renewEvery: 5 })
  await expect.poll(() => renewals.length).toBeGreaterThan(0)
  await lease.release()
  held.resolve()
  await Promise.all(renewals)
  await new Promise(setImmediate)
  expect(heard).toEqual([])
})
