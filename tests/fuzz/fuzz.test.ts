// Hundreds of requests for each platform into its adapter's doors, by the same program as the long run: `npm run test:fuzz -- --requests 100000`.
import { expect, test } from 'vitest'
import { runSide, type SideName } from './run-side.ts'

const seed = 2026

test.each([
  ['slack-socket', 150],
  ['slack-http', 150],
  ['discord', 300],
  ['terminal', 300],
] satisfies [SideName, number][])('%s: nobody breaks it, and nobody does what they may not', async (name, requests) => {
  const outcome = await runSide(name, seed, requests)
  expect(outcome.problems).toEqual([])
  expect(outcome.requests).toBe(requests)
  expect(outcome.answers).toBeGreaterThan(0)
  expect(outcome.rounds).toBeGreaterThan(1)
  expect(outcome.replies).toBeGreaterThan(requests / 3)
})
