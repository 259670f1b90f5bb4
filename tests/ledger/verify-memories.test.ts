// What learners remember is checked against the log of what they were asked, learner by learner and item by item.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { ada, day, hour, monday, worldOf } from './world.ts'

const newFolder = temporaryFolder()
let made = 0

async function practice(ledger: Ledger, account: string, item: string, chosen: string, at: number): Promise<void> {
  made += 1
  const task = { item, order: ['a', 'b'], key: ['b'], content: 1 }
  const { session } = await ledger.sessions.start(account, {
    id: made.toString(16).padStart(16, '0'), kind: 'practice', about: null, tasks: [task], zone: 'UTC', startedAt: at, endsAt: null,
  })
  await ledger.sessions.act(account, session.id, { kind: 'answer', position: 0, chosen: [chosen] }, at)
  await ledger.sessions.act(account, session.id, { kind: 'end' }, at)
}

/** Learner 1 knows two cards, one of them from two days; learner 2 knows one of them as well. */
async function studied(): Promise<string> {
  const file = join(newFolder(), 'ledger')
  const ledger = await openLedger(file)
  await practice(ledger, 'x', 'card:one', 'a', monday)
  await practice(ledger, 'x', 'card:two', 'b', monday)
  await practice(ledger, 'x', 'card:one', 'b', monday + day)
  await practice(ledger, 'y', 'card:two', 'b', monday)
  for (const account of ['x', 'y']) await ledger.memories.of(account)
  // Nobody has asked since: the memories know nothing of it yet.
  await practice(ledger, 'x', 'card:one', 'b', monday + 3 * day)
  await ledger.close()
  return file
}

function problemsAfter(file: string, sql: string): readonly string[] {
  const db = new Database(file)
  db.exec(sql)
  db.close()
  return verifyLedger(file).problems
}

it('what the bot remembers is what the log says', async () => {
  expect(verifyLedger(await studied()).problems).toEqual([])
})

it.each(['stability = stability + 1', 'difficulty = difficulty + 1', 'reps = reps + 1', 'lapses = lapses + 1', `last = '2026-01-04'`, `due = '2027-01-01'`])(
  'a memory with %s is told, and no other one',
  async (change) => {
    const sql = `UPDATE memories SET ${change} WHERE learner_id = 1 AND item_id = (SELECT id FROM items WHERE name = 'card:two')`
    expect(problemsAfter(await studied(), sql)).toEqual(['Learner 1 remembers card:two otherwise than the log says.'])
  },
)

it.each([
  ['the first card of the first learner', 1, 'card:one'],
  ['the last card of the first learner', 1, 'card:two'],
  ['the only card of the last learner', 2, 'card:two'],
])('a memory that is missing is told: %s', async (_, learner, item) => {
  const sql = `DELETE FROM memories WHERE learner_id = ${learner} AND item_id = (SELECT id FROM items WHERE name = '${item}')`
  expect(problemsAfter(await studied(), sql)).toEqual([`Learner ${learner} remembers ${item} otherwise than the log says.`])
})

it('a memory of what was never asked is told', async () => {
  const sql = `INSERT INTO memories SELECT 2, (SELECT id FROM items WHERE name = 'card:one'), stability, difficulty, reps, lapses, last, due FROM memories WHERE learner_id = 2`
  expect(problemsAfter(await studied(), sql)).toEqual(['Learner 2 remembers card:one, which the log does not know.'])
})

it('an answer that was changed in time, and arrived late, counts once', async () => {
  const file = join(newFolder(), 'ledger')
  const ledger = await openLedger(file)
  const world = worldOf(ledger)
  await world.setUp({ feedback: 'at-close' })
  const round = await world.post()
  await world.answer(round, ada, 'a', monday + hour)
  await ledger.closing.closeDue(round.closesAt, 9)
  await ledger.memories.of(ada.id)
  await ledger.answers.take(round.id, ada, ['b'], round.closesAt - 1, round.closesAt + 1)
  expect((await ledger.memories.of(ada.id)).memories.get(`question:${round.question}`)).toMatchObject({ reps: 1, stability: 2.3065 })
  await ledger.close()
  expect(verifyLedger(file).problems).toEqual([])
})
