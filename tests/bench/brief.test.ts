// Benchmarks still run, but for those that take long (lookup, pauses, practice, press, rush, start). What they measure is no matter of a test; ten thousand channels are in journeys/morning.test.ts, as a few.
import { expect, it } from 'vitest'
import { answers } from './answers.ts'
import { board } from './board.ts'
import type { Bench } from './figure.ts'
import { learning } from './learning.ts'
import { shareOf } from './learning/share.ts'
import { me } from './me.ts'
import { phrasings } from './phrasings.ts'
import { replays } from './replay.ts'

const benches: readonly (readonly [string, Bench, number])[] = [
  ['answers', answers, 1], ['board', board, 2], ['me', me, 1], ['phrasings', phrasings, 4], ['replay', replays, 1],
]

it.each(benches)('the benchmark of %s measures something', async (_, bench, figures) => {
  const found = await bench('brief')
  expect(found).toHaveLength(figures)
  for (const { value, ratio } of found) {
    expect(value).not.toContain('NaN')
    expect(ratio ?? 1).toBeGreaterThan(0)
    expect(ratio ?? 1).toBeLessThan(Infinity)
  }
})

it('people learn more from the daily question than at random, and most of what an oracle could add', async () => {
  const figures = await learning('brief')
  expect(figures).toHaveLength(4)
  for (const { ratio } of figures.slice(0, 3)) expect(ratio).toBeGreaterThan(0.75)
  expect(figures[3]?.ratio).toBeGreaterThan(0.1)
})

it('the share is that of the mean gains, and its error shrinks with the seeds and is none where all agree', () => {
  const one = { random: 0.5, oracle: 0.6, rule: 0.58 }
  const other = { random: 0.4, oracle: 0.8, rule: 0.6 }
  expect(shareOf([one, one, one])).toEqual({ share: expect.closeTo(0.8), error: expect.closeTo(0) })
  expect(shareOf([one, other]).share).toBeCloseTo((0.08 + 0.2) / (0.1 + 0.4))
  expect(shareOf([one, other, one, other]).error).toBeLessThan(shareOf([one, other]).error)
  expect(shareOf([one, other]).error).toBeCloseTo(0.096)
})
