// A short run of `npm run test:crash`.
import { expect, test } from 'vitest'
import { playMonth } from './month.ts'
import { reportOf, wrongsOf } from './report.ts'

test('a month with thirty kills: every round once or with a reason, every confirmed answer kept, every board the sum of its answers', async () => {
  const figures = await playMonth({ seed: 'thirty', kills: 30, rooms: 2, people: 3, days: 31, troubles: { share: 0.06, hangs: 1 } })
  expect(wrongsOf(figures), reportOf(figures).join('\n')).toEqual([])
  expect([...figures.kills.values()].reduce((sum, number) => sum + number, 0)).toBeGreaterThanOrEqual(30)
  expect(figures.due).toBeGreaterThan(90)
  expect(figures.recaps).toBeGreaterThan(4)
  expect(figures.finals).toBeGreaterThan(4)
  expect(figures.corrections).toBeGreaterThan(3)
  expect(figures.undone).toBeGreaterThan(0)
  expect(figures.links).toBeGreaterThan(2)
  expect(figures.unlinks).toBeGreaterThan(0)
  expect(figures.threads).toBeGreaterThan(figures.posted / 2)
  expect(figures.posted + figures.withReason).toBe(figures.due)
  expect(figures.confirmed).toBeGreaterThan(figures.due)
})
