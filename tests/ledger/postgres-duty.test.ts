// Several bots on one database in PostgreSQL: all of them save what people do, one at a time does what is due, and another follows.
import { afterAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { openPostgresLedger, openSharedLedger, type PostgresOptions } from '../../src/ledger/postgres/postgres-ledger.ts'
import { newDatabase, queryIn, type TestDatabase } from './postgres-server.ts'
import { openWire } from './postgres-wire.ts'
import { ada, ben, monday, worldOf } from './world.ts'

let database: TestDatabase
const all: TestDatabase[] = []
beforeEach(async () => {
  database = await newDatabase()
  all.push(database)
})
afterAll(() => Promise.all(all.map((each) => each.drop())))

/** Runs out while somebody waits for it. */
const quick = { lasts: 3_000, renewEvery: 500, askEvery: 50 }
/** Never runs out, however slow the machine is. */
const long = { lasts: 600_000, renewEvery: 200, askEvery: 50 }

/** One of several bots, on a wire of its own. `did`: what the duty made it do. */
async function join(more: PostgresOptions = {}) {
  const wire = await openWire(database.url)
  onTestFinished(() => wire.close())
  const did: string[] = []
  const changes: boolean[] = []
  const { ledger, duty } = await openSharedLedger(wire.url, { lease: long, onDuty: (isOurs) => void changes.push(isOurs), ...more })
  onTestFinished(() => ledger.close())
  const note = (what: string) => async () => void did.push(what)
  duty.serve({ begun: note('begun'), due: note('due'), asked: note('asked') })
  return { wire, ledger, duty, did, changes }
}

const onDuty = async (bot: Awaited<ReturnType<typeof join>>) => {
  await expect.poll(bot.duty.isOurs).toBe(true)
}
const offDuty = { name: 'LedgerError', code: 'off-duty' }

it('one has the duty, all save what people do, and who has it begins before it does what is due', async () => {
  const first = await join()
  const second = await join()
  await onDuty(first)
  expect([first.did, second.did, second.duty.isOurs()]).toEqual([['begun', 'due'], [], false])
  const { setUp, post, answer } = worldOf(first.ledger)
  await setUp()
  const round = await post()
  await answer(round, ada, 'b')
  await worldOf(second.ledger).answer(round, ben, 'b')
  expect((await first.ledger.rounds.view(round.id, round.group, null))?.answered).toBe(2)
  await expect(second.duty.ledger.upkeep.noteBeat(monday)).rejects.toMatchObject(offDuty)
  expect(second.ledger.upkeep.fault()).toBeUndefined()
  await first.duty.ledger.upkeep.noteBeat(monday)
  expect(await second.ledger.upkeep.lastBeat()).toBe(monday)
})

it('one that stops hands over at once, also where the others were there first', async () => {
  const [first, second, third] = [await join(), await join(), await join()]
  await onDuty(first)
  await first.ledger.close()
  await expect.poll(() => [second, third].filter(({ duty }) => duty.isOurs()).length).toBe(1)
  expect([first.changes, first.duty.isOurs()]).toEqual([[true], false])
  expect([...second.did, ...third.did]).toEqual(['begun', 'due'])
})

it('one that hangs or lost the database is followed; it saves nothing more of what is due, and goes on with what people do', async () => {
  const first = await join({ lease: quick })
  const second = await join({ lease: quick })
  await onDuty(first)
  first.wire.cut()
  await onDuty(second)
  expect(first.duty.isOurs()).toBe(false)
  first.wire.mend()
  await expect.poll(() => first.changes).toEqual([true, false])
  await expect(first.duty.ledger.upkeep.noteBeat(monday)).rejects.toMatchObject(offDuty)
  await worldOf(first.ledger).setUp()
  await second.duty.ledger.upkeep.noteBeat(monday + 1)
  expect(await first.ledger.upkeep.lastBeat()).toBe(monday + 1)
  expect([first.did, second.did]).toEqual([['begun', 'due'], ['begun', 'due']])
})

it('what is saved in the name of a duty that is lost spoils nothing that people do in the same moment', async () => {
  const first = await join({ lease: { ...long, renewEvery: 600_000 } })
  await onDuty(first)
  await queryIn(database.url, `UPDATE leases SET owner = 'another'`)
  const { setUp } = worldOf(first.ledger)
  const due = first.duty.ledger.upkeep.noteBeat(monday)
  const [lost, saved] = await Promise.allSettled([due, setUp(), first.duty.ledger.upkeep.noteBeat(monday + 1)])
  expect(lost).toMatchObject({ status: 'rejected', reason: offDuty })
  expect(saved.status).toBe('fulfilled')
  expect([first.duty.isOurs(), first.ledger.upkeep.fault(), await first.ledger.upkeep.lastBeat()]).toEqual([false, undefined, null])
})

it('who has the duty does what another process asks for; if it is gone, the next one does', async () => {
  const first = await join({ lease: quick })
  const second = await join({ lease: quick })
  await onDuty(first)
  await second.duty.ask()
  expect([first.did, second.did]).toEqual([['begun', 'due', 'asked'], []])
  first.wire.cut()
  await second.duty.ask()
  expect(second.did).toEqual(['begun', 'due', 'asked'])
  expect(await queryIn(database.url, 'SELECT * FROM asks')).toEqual([])
})

it('a fault in what is due is told, and tried again', async () => {
  const faults: unknown[] = []
  const { ledger, duty } = await openSharedLedger(database.url, { lease: long, onDutyFailed: (fault) => void faults.push(fault) })
  onTestFinished(() => ledger.close())
  let tries = 0
  const begun = async () => {
    if ((tries += 1) === 1) throw new Error('no luck')
  }
  duty.serve({ begun, due: async () => undefined, asked: async () => undefined })
  await expect.poll(duty.isOurs).toBe(true)
  expect([faults, tries]).toEqual([[new Error('no luck')], 2])
})

it('tables of an earlier version are changed by a bot that has them for itself', async () => {
  const first = await join()
  await queryIn(database.url, 'UPDATE studyhall_version SET version = version - 1')
  await expect(join()).rejects.toMatchObject({ code: 'in-use' })
  await first.ledger.close()
  await queryIn(database.url, 'DROP TABLE asks')
  const second = await join()
  await onDuty(second)
})

it('a bot that wants the database for itself is refused while others share it, and the other way round only waits for the duty', async () => {
  const shared = await join()
  await onDuty(shared)
  await expect(openPostgresLedger(database.url, { lease: long })).rejects.toMatchObject({ code: 'in-use' })
  await shared.ledger.close()
  const alone = await openPostgresLedger(database.url, { lease: long })
  onTestFinished(() => alone.close())
  const later = await join()
  expect(later.duty.isOurs()).toBe(false)
  await alone.close()
  await onDuty(later)
})
