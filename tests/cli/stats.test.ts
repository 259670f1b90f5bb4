// `study stats`: how a channel does, for operators.
import { onlyCourse } from '../../src/course/courses.ts'
import { noLookup } from '../../src/course/no-lookup.ts'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stats } from '../../src/cli/stats.ts'
import { questionBank } from '../../src/course/question-bank.ts'
import { loadCourseOrThrow } from '../../src/course/load.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { bareEnvironment } from '../fakes/bare-environment.ts'
import { day, monday, open, place, someone, worldOf } from '../ledger/world.ts'

const course = loadCourseOrThrow(resolve(import.meta.dirname, '../../data/aws-shared-responsibility'))
let folder: string
let file: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stats-'))
  file = join(folder, 'weeks.sqlite')
  const world = worldOf(await openLedger(file, { salt: 'salt' }))
  await world.setUp()
  const people = Array.from({ length: 12 }, (_, index) => someone(`Person ${index}`))
  for (const at of [monday, monday + day]) {
    const [claim] = await world.ledger.delivery.claimDue(at, questionBank(course), 1)
    if (claim === undefined) throw new Error('nothing is due')
    const round = await open(world.ledger, claim.round, at)
    const wrong = round.order.filter((option) => !round.key.includes(option)).slice(0, round.key.length)
    for (const [index, person] of people.entries()) await world.ledger.answers.take(round.id, person, index < 3 ? round.key : wrong, at + 1)
    await world.ledger.closing.closeDue(round.closesAt, 10)
  }
  await world.ledger.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const textOf = (found: ReturnType<typeof stats>) => ('text' in found ? found.text : found.problem)
const printed = (table: 'topics' | 'questions' | 'weekdays', format: 'table' | 'csv' | 'json', days = 90, channel?: string) => textOf(stats(file, onlyCourse(course, noLookup), { channel, days, table, format }, '2026-01-07'))

it('prints topics, questions, and weekdays as tables', () => {
  expect(printed('topics', 'table')).toMatch(/^slack:T1\/C1, the last 90 days: 2 closed questions, 24 answers\n\ntopic +title +answers +right +share +low +high\n/u)
  expect(printed('topics', 'table')).toContain('0.25')
  expect(printed('questions', 'table')).toMatch(/ +2026-01-06 +12 +3 +0.25 +0.08 +0.54 +[a-f+]+ +9/u)
  expect(printed('weekdays', 'table')).toMatch(/Monday +1 +12\nTuesday +1 +12/u)
  expect(printed('topics', 'table', 1)).toContain('Nothing has enough answers yet.')
})

it('prints the same as CSV for spreadsheets and as JSON for programs', () => {
  expect(printed('weekdays', 'csv')).toBe('\uFEFFweekday,questions,people per question\r\nMonday,1,12\r\nTuesday,1,12')
  expect(JSON.parse(printed('topics', 'json'))).toMatchObject({ channel: place, rounds: 2, answers: 24, overall: { answered: 24, right: 6 }, questions: [{ answered: 12, discrimination: null }, { right: 3 }] })
})

it('is a command, and names the channels if it doesn’t know the one that is asked for', () => {
  const run = (...words: string[]) => spawnSync(process.execPath, ['src/cli.ts', 'stats', ...words], { encoding: 'utf8', env: bareEnvironment({ DATABASE_FILE: file }) })
  expect(run('C1', '--days', '100000').stdout).toContain('2 closed questions, 24 answers')
  const unknown = run('C9')
  expect([unknown.status, unknown.stderr]).toEqual([1, 'No channel with a daily question is called “C9”, or several are. Write one of these:\nslack:T1/C1\n'])
})
