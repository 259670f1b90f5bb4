// Of a group that was forgotten nothing is left in the file, and the others are as they were.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { until } from '../fakes/until.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { bankOf, day, hour, monday, open, quizOf, someone, worldOf } from './world.ts'

const newFolder = temporaryFolder()

const [gone, stays] = ['slack:TGONEGONE', 'slack:TSTAYS']
const nested = join(import.meta.dirname, '../../src/ledger/tables/group-traces.ts')

it('neither the database nor its log has an id or a name of a forgotten group, and it is sound', async () => {
  const file = join(newFolder(), 'db')
  const ledger = await openLedger(file)
  const world = worldOf(ledger)
  const zoe = { ...someone('UZOEZOE', gone), name: 'Zoe Zanzibar' }
  const ben = { ...someone('UBEN', stays), name: 'Ben' }
  const [there, here] = [`${gone}/C1`, `${stays}/C1`]
  for (const [group, place, person] of [[gone, there, zoe], [stays, here, ben]] as const) {
    await ledger.quizzes.change(place, 'setup', monday, () => ({ quiz: quizOf({ group, place, managers: [person.id] }) }))
  }
  const asker = { id: ben.id, admin: true, maySetUp: true }
  const code = await ledger.sharing.offer(there, zoe.id, monday - hour)
  expect((await ledger.sharing.join({ code }, { group: stays, place: here, asker }, monday - hour)).kind).toBe('joined')
  for (let turn = 0; turn < 3; turn++) {
    const at = monday + turn * day
    for (const claim of await ledger.delivery.claimDue(at, bankOf(), 9)) {
      const round = await open(ledger, claim.round, at)
      await world.answer(round, round.group === gone ? zoe : ben, 'b', at + hour)
    }
    if (turn < 2) await ledger.closing.closeDue(at + day, 9)
  }
  await ledger.groups.noteRemoval(gone, monday)
  await ledger.reminders.set(`${gone}/UALONE`, { time: '08:30', zone: 'UTC', nextAt: monday + 90 * day })
  await ledger.installations.save({ id: gone, name: 'The Gone Company', url: 'https://gone.slack.com/', bot: 'UBOT', botId: 'BBOT', scopes: [] }, new Uint8Array([1]), [{ group: gone, name: 'The Gone Company' }], monday)
  await ledger.upkeep.checkpoint(true)
  const traces = ['TGONEGONE', 'Zoe Zanzibar', 'The Gone Company']
  const left = () => ['', '-wal', '-shm'].filter((part) => existsSync(file + part)).flatMap((part) => traces.filter((trace) => readFileSync(file + part).includes(trace)))
  expect(left()).toEqual(expect.arrayContaining(traces.slice(0, 1)))
  expect(await ledger.forgetting.sizeOf(gone)).toMatchObject({ channels: 1, alone: 1 })

  const before = await ledger.rounds.latest(here, 9)
  while (await ledger.forgetting.forgetGroup(gone, monday + 9 * day));
  await ledger.installations.drop(gone)
  expect(await ledger.forgetting.sizeOf(gone)).toEqual({ people: 0, alone: 0, channels: 0, answers: 0 })
  expect((await ledger.rounds.latest(here, 9)).map(({ id, state }) => [id, state])).toEqual(before.map(({ id, state }) => [id, state]))
  await until(async () => {
    await ledger.upkeep.noteBeat(monday + 31 * day)
    await ledger.upkeep.checkpoint(true)
    return left().length === 0
  }, 'a file without traces')
  expect(await ledger.forgetting.forgetGroup(gone, monday + 9 * day)).toBe(false)
  await ledger.close()
  expect(verifyLedger(file).problems).toEqual([])
})

it('every table that names channels, rounds or groups is among those that forgetting a group empties', async () => {
  const file = join(newFolder(), 'db')
  await (await openLedger(file)).close()
  const db = new Database(file, { readonly: true })
  const naming = db.prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'table'`).all()
    .filter(({ sql }) => /\b(?:place_id|round_id|group_id|REFERENCES (?:places|rounds|groups|boards))\b/u.test(sql)).map(({ name }) => name)
  db.close()
  const source = readFileSync(nested, 'utf8') + readFileSync(nested.replace('group-traces', 'traces'), 'utf8')
  expect(naming.length).toBeGreaterThan(20)
  expect(naming.filter((table) => !source.includes(`DELETE FROM ${table} `))).toEqual([])
})
