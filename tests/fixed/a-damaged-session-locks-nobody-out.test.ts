// One damaged session made its command fail for good, and one damaged exam kept the exams of everybody else from ending.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Task } from '../../src/core/session.ts'
import { hour, minute } from '../../src/core/time.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import type { NewSession } from '../../src/ledger/sessions.ts'
import { verifyLedger } from '../../src/ledger/sqlite/file/verify.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { openStage, words, type Stage } from '../bot/stage.ts'
import { temporaryFolder } from '../ledger/temporary-folder.ts'
import { monday } from '../ledger/world.ts'

const [ada, ben] = ['discord:u:1', 'discord:u:2']
const task: Task = { item: 'question:one', order: ['b', 'a'], key: ['a'], content: 1 }
const exam = (id: string): NewSession => ({ id: id.padEnd(16, '0'), kind: 'exam', about: null, tasks: [task], zone: 'UTC', startedAt: monday, endsAt: monday + hour })

const folder = temporaryFolder()
let file: string
let ledger: Ledger

beforeEach(async () => {
  file = join(folder(), 'ledger')
  ledger = await openLedger(file)
})
afterEach(() => ledger.close())

function change(sql: string): void {
  const db = new Database(file)
  db.exec(sql)
  db.close()
}

it.each([
  ['tasks cut off', `tasks = substr(tasks, 1, 20)`],
  ['tasks of another kind', `tasks = '[{"item":"question:one"}]'`],
  ['no list of tasks', `tasks = '{}'`],
  ['steps cut off', `steps = '[[0,'`],
  ['a step that is none', `steps = '[[0,null]]'`],
  ['a step of no task', `steps = '[[7,{"chosen":["a"],"at":1,"guess":false,"flag":false}]]'`],
  ['a position behind the overview', 'position = 2'],
  ['a position before the first task', 'position = -1'],
])('a session with %s gives way to a new one, and verify names it until then', async (_, damage) => {
  const { session } = await ledger.sessions.start(ada, exam('1'))
  expect(verifyLedger(file).problems).toEqual([])
  change(`UPDATE sessions SET ${damage}`)
  expect(verifyLedger(file).problems).toEqual(['Session 1000000000000000 (exam) can’t be read. The bot ignores it.'])
  expect(await ledger.sessions.running(ada, 'exam')).toBeUndefined()
  expect(await ledger.sessions.act(ada, session.id, { kind: 'end' }, monday)).toBeUndefined()
  expect(await ledger.sessions.start(ada, exam('2'))).toMatchObject({ started: true })
  expect(await ledger.sessions.running(ada, 'exam')).toMatchObject({ id: '2000000000000000' })
  await ledger.sessions.act(ada, '2'.padEnd(16, '0'), { kind: 'end' }, monday + minute)
  expect(await ledger.sessions.past(ada, 'exam', 10)).toHaveLength(1)
  expect(verifyLedger(file).problems).toEqual([])
})

it('a damaged exam keeps no other one from ending', async () => {
  await ledger.sessions.start(ada, exam('1'))
  change(`UPDATE sessions SET steps = 'x'`)
  await ledger.sessions.start(ben, exam('2'))
  expect(await ledger.sessions.endDue(monday + 2 * hour, 10)).toMatchObject([{ account: ben }])
  expect(await ledger.sessions.endDue(monday + 2 * hour, 10)).toEqual([])
})

it('the command starts a new session', async () => {
  const inBot = join(folder(), 'ledger')
  const stage: Stage = await openStage('2026-03-02T07:00Z', { file: inBot })
  await stage.type('ada', 'practice')
  const db = new Database(inBot)
  db.exec(`UPDATE sessions SET tasks = '['`)
  db.close()
  expect(words(await stage.type('ada', 'practice'))).not.toContain('went wrong')
  expect(stage.logged.filter((line) => line.includes('fault'))).toEqual([])
  await stage.close()
})
