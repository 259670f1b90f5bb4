// A short run of `npm run test:crash -- --processes 3`.
import { expect, test } from 'vitest'
import { isTooLate } from './herd/audit.ts'
import { playHerd } from './herd/month.ts'
import { herdReport } from './herd/report.ts'
import { reportOf, wrongsOf } from './report.ts'

test('a day and a half of two programs on one ledger, killed, frozen, and cut off: every round once or with a reason, every confirmed answer kept, and nobody but the one on duty saves in its name', async () => {
  const figures = await playHerd({ seed: 'herd', processes: 2, kills: 4, rooms: 1, people: 2, days: 1.5, troubles: { share: 0.1, hangs: 0 } })
  expect(wrongsOf(figures), [...reportOf(figures), ...herdReport(figures.herd)].join('\n')).toEqual([])
  expect([...figures.kills.values()].reduce((sum, number) => sum + number, 0)).toBeGreaterThanOrEqual(4)
  expect(figures.herd.turns).toBeGreaterThan(2)
  expect(figures.due).toBeGreaterThan(1)
  expect(figures.posted + figures.withReason).toBe(figures.due)
  expect(figures.confirmed).toBeGreaterThan(1)
})

const frozen = { herd: { frozenWith: new Map([['one', new Set(['r7'])]]) }, thawed: new Map([['one', 100]]) }
const post = { by: 'one', at: 150, text: 'the question r7' }

test.each([
  ['sent after the thaw, and marked before', post, [], true],
  ['sent before the thaw', { ...post, at: 90 }, [], false],
  ['of a round that was not marked', { ...post, text: 'the question r8' }, [], false],
  ['of a program that was never frozen', { ...post, by: 'two' }, [], false],
  ['of a program that had the duty again', post, [{ name: 'one', at: 120 }], false],
  ['of a program that had the duty again later', post, [{ name: 'one', at: 180 }], true],
])('a post %s', (_, sent, turns, beyond) => {
  expect(isTooLate(sent, frozen, turns)).toBe(beyond)
})
