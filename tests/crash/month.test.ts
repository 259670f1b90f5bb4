// A short run of `npm run test:crash`.
import { expect, test } from 'vitest'
import { playMonth } from './month.ts'
import { reportOf, wrongsOf } from './report.ts'

test('half a month with fifteen kills: every round once or with a reason, every confirmed answer kept, every board the sum of its answers', async () => {
  const figures = await playMonth({ seed: 'fifteen', kills: 15, rooms: 2, people: 3, days: 16, troubles: { share: 0.06, hangs: 1 } })
  expect(wrongsOf(figures), reportOf(figures).join('\n')).toEqual([])
  expect([...figures.kills.values()].reduce((sum, number) => sum + number, 0)).toBeGreaterThanOrEqual(15)
  expect(figures.due).toBeGreaterThan(45)
  expect(figures.recaps).toBeGreaterThan(1)
  expect(figures.finals).toBeGreaterThan(1)
  expect(figures.corrections).toBeGreaterThan(1)
  expect(figures.undone).toBeGreaterThan(0)
  expect(figures.links).toBeGreaterThan(2)
  expect(figures.unlinks).toBeGreaterThan(0)
  expect(figures.threads).toBeGreaterThan(figures.posted / 2)
  expect(figures.posted + figures.withReason).toBe(figures.due)
  expect(figures.confirmed).toBeGreaterThan(figures.due)
})
