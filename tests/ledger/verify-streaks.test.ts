// A streak is checked against the answers wherever it can be added up again, and left alone wherever it can't.
import type { Database } from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import { openDatabase } from '../../src/ledger/sqlite/file/open-database.ts'
import { streakProblems } from '../../src/ledger/sqlite/file/verify-streaks.ts'
import { ledgerOn } from '../../src/ledger/sqlite/sqlite-ledger.ts'
import { afterChanges } from './after-changes.ts'
import { ada, bankOf, ben, day, hour, minute, monday, open, place, worldOf, type World } from './world.ts'

type Week = { readonly world: World; readonly db: Database }
type Answer = readonly [who: typeof ada, at: number]

/** A channel that holds a round on each of the first days of the week, and who answered it. */
async function weekOf(...days: readonly (typeof ada | Answer)[]): Promise<Week> {
  const opened = openDatabase(':memory:')
  const world = worldOf(ledgerOn(opened))
  await world.setUp()
  for (const [index, answer] of days.entries()) {
    const at = monday + index * day
    const round = await world.post(at)
    const [who, answeredAt] = 'id' in answer ? [answer, at + minute] : answer
    await world.answer(round, who, 'b', answeredAt)
    await world.ledger.closing.closeDue(round.closesAt, 9)
  }
  return { world, db: opened.db }
}

/** Ada answered on Monday; on Tuesday, she left the question unanswered and asked for another one. */
async function withExtra(): Promise<Week> {
  const week = await weekOf(ada)
  await week.world.post(monday + day)
  const extra = await week.world.ledger.delivery.claimExtra(place, 'event', monday + day + hour, bankOf())
  if (extra?.round.state !== 'claimed') throw new Error('there is no extra question')
  await week.world.answer(await open(week.world.ledger, extra.round, monday + day + hour), ada, 'b', monday + day + 2 * hour)
  return week
}

const [whole, missedOne, missedTwo, clockBack, sameMoment, extraAlone] = await Promise.all([
  weekOf(ada, ada, ada, ben), weekOf(ada, ben, ada), weekOf(ada, ben, ben, ada),
  weekOf([ada, monday + 2 * hour], [ada, monday + hour]), weekOf([ada, monday + 2 * hour], [ada, monday + 2 * hour]), withExtra(),
])

afterAll(async () => {
  for (const { world } of [whole, missedOne, missedTwo, clockBack, sameMoment, extraAlone]) await world.ledger.close()
})

/** What is wrong if all this is done to a ledger. */
const problemsAfter = ({ db }: Week, ...changes: readonly string[]) => afterChanges(db, changes, () => streakProblems(db))

const adas = (row: string) => `UPDATE members SET ${row} WHERE person_id = (SELECT id FROM people WHERE name = '${ada.id}')`
const another = adas('current = 9, longest = 9')
const postedAt = (date: string, at: number) => `UPDATE rounds SET opened_at = ${at} WHERE day = '${date}'`

it.each([
  ['current = 2', '2 up to 2026-01-07 (longest 3, grace days 0 and 3 of 10)'],
  ['longest = 2', '3 up to 2026-01-07 (longest 2, grace days 0 and 3 of 10)'],
  [`last_day = '2026-01-06'`, '3 up to 2026-01-06 (longest 3, grace days 0 and 3 of 10)'],
  ['last_day = NULL', '3 up to no day (longest 3, grace days 0 and 3 of 10)'],
  ['grace = 1', '3 up to 2026-01-07 (longest 3, grace days 1 and 3 of 10)'],
  ['toward = 4', '3 up to 2026-01-07 (longest 3, grace days 0 and 4 of 10)'],
])('a streak that was changed is told with what it ought to be: %s', (change, said) => {
  const kept = '3 up to 2026-01-07 (longest 3, grace days 0 and 3 of 10)'
  expect(problemsAfter(whole)).toEqual([])
  expect(problemsAfter(whole, adas(change))).toEqual([`The streak of person 1 in place 1 is ${said}; the answers say ${kept}.`])
})

it('the longest streak may be longer than what is left of the answers', () => {
  expect(problemsAfter(whole, adas('longest = 30'))).toEqual([])
})

it('a day that was missed ends a streak, and a day away does not', () => {
  const two = adas('current = 2, longest = 2')
  expect(problemsAfter(missedOne, two)).toEqual([expect.stringMatching(/is 2 up to .+ the answers say 1 up to/u)])
  expect(problemsAfter(missedOne, two, `INSERT INTO away (person_id, from_date, to_date, at) VALUES (1, '2026-01-06', '2026-01-06', 1)`)).toEqual([])
})

it('what a streak stood at before its answers counts, and none of the answers up to then', () => {
  const start = `INSERT INTO streak_starts (person_id, place_id, current, longest, last_day, grace, toward) VALUES (1, 1, 20, 25, '2026-01-06', 1, 2)`
  // It came before, so it doesn't matter when its post was found.
  const foundLate = postedAt('2026-01-06', monday + 30 * day)
  expect(problemsAfter(missedOne, start, foundLate, adas('current = 21, longest = 25, grace = 1, toward = 3'))).toEqual([])
  expect(problemsAfter(missedOne, start, foundLate, another)).toEqual([expect.stringContaining('the answers say 21 up to 2026-01-07 (longest 25, grace days 1 and 3 of 10)')])
})

it.each([
  ['an answer by a clock that was set back', clockBack, 'SELECT 1'],
  ['a missed post that was found after the next answer', missedOne, postedAt('2026-01-06', monday + 2 * day + hour)],
  ['one of two missed posts that was found after the next answer', missedTwo, postedAt('2026-01-07', monday + 30 * day)],
  ['an answer for a day that the channel did not hold', whole, `UPDATE answers SET day = '2026-01-10' WHERE round_id = 3`],
])('%s: when the streak was counted, less was known, so it is left alone', (_, week, change) => {
  expect(problemsAfter(week, change, another)).toEqual([])
})

it.each([
  ['answers at one moment', sameMoment, 'SELECT 1'],
  ['missed posts that were there', missedTwo, 'SELECT 1'],
  ['a missed post that came at the moment of the next answer', missedOne, postedAt('2026-01-06', monday + 2 * day + minute)],
  ['answered posts that were found later', whole, `UPDATE rounds SET opened_at = opened_at + ${30 * day}`],
])('%s: it can be added up again', (_, week, change) => {
  expect(problemsAfter(week, change)).toEqual([])
  expect(problemsAfter(week, change, another)).toHaveLength(1)
})

it('a day that was answered by an extra question alone may wait to be counted', () => {
  expect(problemsAfter(extraAlone)).toEqual([])
  const waiting = `current = 1, longest = 1, last_day = '2026-01-05', toward = 1`
  expect(problemsAfter(extraAlone, adas(waiting))).toEqual([])
  expect(problemsAfter(extraAlone, adas(`${waiting}, grace = 1`))).toHaveLength(1)
  // The answer to a scheduled question doesn't wait.
  expect(problemsAfter(extraAlone, adas(waiting), `UPDATE rounds SET occasion = '2026-01-04' WHERE instr(occasion, '+') > 0`)).toHaveLength(1)
})
