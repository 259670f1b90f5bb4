// Of somebody who was forgotten nothing is left in the file, nor in a backup made after that.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { takeOff } from '../../src/core/manage-days-off.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { until } from '../fakes/until.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { ben, cleo, day, hour, monday, place, quizOf, someone, worldOf, short, group } from './world.ts'

const newFolder = temporaryFolder()

const zoe = { ...someone('Zoe'), id: 'slack:T1/UZOEZOE', name: 'Zoe Zanzibar' }
const traces = ['UZOEZOE', 'Zoe Zanzibar', 'Purple Zebra', 'Zigzag Zorilla']

const left = (file: string) => ['', '-wal', '-shm'].filter((part) => existsSync(file + part)).flatMap((part) => traces.filter((trace) => readFileSync(file + part).includes(trace)))

it('neither the database nor a later backup has the id or the name of a forgotten person, and both are sound', async () => {
  const [file, backup] = [join(newFolder(), 'db'), join(newFolder(), 'backup')]
  const ledger = await openLedger(file)
  const world = worldOf(ledger)
  await world.setUp({ managers: [zoe.id, ben.id] })
  for (let turn = 0; turn < 20; turn++) {
    const at = monday + (Math.floor(turn / 5) * 7 + (turn % 5)) * day
    const round = await world.post(at)
    for (const [person, chosen] of [[zoe, turn % 3 === 0 ? 'a' : 'b'], [ben, 'b'], [cleo, 'c']] as const) await world.answer(round, person, chosen, at + hour)
    if (turn === 10) await world.answer(round, { ...zoe, name: `${zoe.name} the longer-named` }, 'b', at + hour)
    if (turn < 19) await ledger.closing.closeDue(at + day, 9)
    await ledger.recaps.fixExtras(round.id)
  }
  await ledger.people.setAlias(zoe, 'Zigzag Zorilla')
  await ledger.upkeep.checkpoint(true)
  expect(left(file)).toContain('Zigzag Zorilla')
  await ledger.people.setAlias(zoe, 'Purple Zebra')
  await ledger.ticks.set(zoe.id, 'say-who', true, monday)
  await ledger.reminders.set(zoe.id, { time: '08:30', zone: 'UTC', nextAt: monday + 90 * day })
  await ledger.memories.setPaused(zoe.id, 'question:aside', true, monday)
  await ledger.quizzes.change(place, 'settings', monday + 30 * day, (quiz) => ({ quiz: { ...(quiz ?? quizOf()), paused: true } }))
  await ledger.quizzes.change(place, 'off', monday + 30 * day, (quiz) => takeOff(quiz, { id: zoe.id, admin: true }, { from: '2026-03-02', to: '2026-03-02', name: '' }, monday + 30 * day))
  await ledger.absences.change(zoe, monday + 30 * day, () => ({ ranges: [{ from: '2026-03-03', to: '2026-03-09' }] }))
  await ledger.sessions.start(zoe.id, { id: 'a'.repeat(16), kind: 'practice', about: null, tasks: [], zone: 'UTC', startedAt: monday, endsAt: null })
  const { code } = await ledger.links.offer(zoe, monday + 30 * day)
  const other = { ...someone('Zoe Zanzibar', 'discord:1'), account: 'discord:u:UZOEZOE' }
  await ledger.links.look(other, undefined, monday + 30 * day)
  await ledger.links.confirm(other, code, monday + 30 * day)
  await ledger.links.offer(other, monday + 30 * day)
  await ledger.upkeep.checkpoint(true)
  expect(left(file)).toEqual(expect.arrayContaining(traces.slice(0, 3)))

  await ledger.forgetting.forget({ ...zoe, group }, 'everywhere', monday + 31 * day)
  // As each beat does; the log is emptied at the first one in a quiet moment.
  await until(async () => {
    await ledger.upkeep.noteBeat(monday + 31 * day)
    await ledger.upkeep.checkpoint(true)
    return left(file).length === 0
  }, 'a file without traces')
  await ledger.upkeep.backup(backup)
  expect(left(backup)).toEqual([])
  expect((await ledger.quizzes.at(place))?.off).toMatchObject([{ from: '2026-03-02', by: null }])
  expect(short(await world.board())).toEqual([[1, 'Ben', 20], [2, 'Cleo', 0]])
  expect(verifyLedger(file).problems).toEqual([])
  await ledger.close()
})

it('every table that names people, accounts or learners is among those that forgetting empties', async () => {
  const file = join(newFolder(), 'db')
  await (await openLedger(file)).close()
  const db = new Database(file, { readonly: true })
  const naming = db.prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'table'`).all()
    .filter(({ sql }) => /\b(?:person_id|account_id|learner_id)\b/u.test(sql)).map(({ name }) => name)
  db.close()
  const source = readFileSync(join(import.meta.dirname, '../../src/ledger/tables/traces.ts'), 'utf8')
  expect(naming.length).toBeGreaterThan(8)
  expect(naming.filter((table) => !source.includes(`DELETE FROM ${table} `))).toEqual([])
})
