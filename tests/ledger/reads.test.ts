// What an operator reads from a database that a bot may be using: one question, the reports, the courses, and how a channel does.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Doing } from '../../src/core/progress.ts'
import type { RoundStory } from '../../src/ledger/round-story.ts'
import { readCourses } from '../../src/ledger/sqlite/file/read-courses.ts'
import { readInsight } from '../../src/ledger/sqlite/file/read-insight.ts'
import { readReports } from '../../src/ledger/sqlite/file/read-reports.ts'
import { readRound } from '../../src/ledger/sqlite/file/read-round.ts'
import { openLedger } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { ada, bankOf, day, group, minute, monday, place, someone, wordsOf, worldOf } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'studyhall-test-'))
const file = join(folder, 'ledger')
const ledger = await openLedger(file)
const world = worldOf(ledger)
afterAll(async () => {
  await ledger.close()
  rmSync(folder, { recursive: true })
})

/** Ten people answer each of the first two questions, three of them rightly; the second one turns out not to count; the third is open, the fourth waits, and the fifth was given up. */
const people = Array.from({ length: 10 }, (_, index) => someone(`Person ${index}`))
await world.setUp()
for (const at of [monday, monday + day, monday + 2 * day]) {
  const round = await world.post(at)
  for (const [index, person] of people.entries()) await world.answer(round, person, index < 3 ? 'b' : 'c', at + minute)
  if (at < monday + 2 * day) await ledger.closing.closeDue(round.closesAt, 9)
}
const [, second, first] = await ledger.rounds.latest(place, 3)
await ledger.closing.markRedrawn(first?.id ?? '', null)
await ledger.corrections.correct(second?.id ?? '', { change: { kind: 'void' }, why: '', version: 0, words: wordsOf('?') }, 'operator', monday + 2 * day)
await ledger.corrections.rejudge(99)
const waits = async (at: number) => {
  const [claim] = await ledger.delivery.claimDue(at, bankOf(), 9)
  const id = claim?.round.id ?? ''
  await ledger.delivery.markSending(id, at, null)
  await ledger.delivery.defer(id, at + minute, 'Slack is asking the bot to wait.')
  return id
}
await waits(monday + 3 * day)
await ledger.delivery.fail(await waits(monday + 4 * day), 'The bot may not write here.', monday + 4 * day + minute)

function story(date: string): RoundStory {
  const found = readRound(file, { date, channel: undefined })
  if ('candidates' in found) throw new Error(`${found.candidates.length} rounds fit`)
  return found
}

it('how many were right is read where the result is shown: not while it is open, and not where it does not count', () => {
  expect(['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08'].map(story).map(({ answered, right, round }) => [round.state, answered, right])).toEqual([
    ['closed', 10, 3], ['closed', 10, null], ['open', 10, null], ['claimed', 0, null],
  ])
})

it('when it is tried again is read of one that waits, and not of one that was given up', () => {
  expect(['2026-01-05', '2026-01-08', '2026-01-09'].map((date) => story(date).retryAt)).toEqual([null, monday + 3 * day + minute, null])
})

it('whether the post shows the answer is read', () => {
  expect([story('2026-01-05').redrawn, story('2026-01-06').redrawn]).toEqual([true, false])
})

it('all open reports and the courses are read', async () => {
  const found = await ledger.reports.add(ada, { question: 'q', kind: 'wrong', words: 'B is right.', group, place }, monday)
  expect(found.kind).toBe('saved')
  expect(readReports(file)).toEqual([{ question: 'q', kinds: [{ kind: 'wrong', people: 1 }], words: ['B is right.'], since: monday }])
  await ledger.courses.takeUp(() => ['first', 'second'])
  expect(readCourses(file)).toEqual(['first', 'second'])
})

it('how a channel does is read step by step, without a name where there is only one', () => {
  const told: Doing[] = []
  const found = readInsight(file, undefined, '2026-01-01', (doing) => told.push(doing))
  if ('channels' in found) throw new Error('no such channel')
  expect([found.place, found.rounds.map(({ day: date, answered }) => [date, answered])]).toEqual([place, [['2026-01-05', 10]]])
  expect([...found.compared]).toEqual([[first?.id, []]])
  expect(told).toEqual([{ what: 'Reading answers' }, { what: 'Comparing questions', done: 0, of: 1 }])
  expect(readInsight(file, 'C9', '2026-01-01')).toEqual({ channels: [place] })
})
