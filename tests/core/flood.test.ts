// How often the bot answers what people write to it.
import { expect, it } from 'vitest'
import { createFloodGate } from '../../src/core/flood.ts'

const open = () => createFloodGate({ most: 2, within: 1_000 })

it('allows so many in a while, counted apart for each', () => {
  const gate = open()
  expect([gate('a', 0), gate('a', 10), gate('a', 20), gate('b', 20)]).toEqual([true, true, false, true])
})

it('allows the next one as soon as the first is long enough ago, and counts no refusal', () => {
  const gate = open()
  expect([0, 500, 600, 999, 1_000, 1_001, 1_500].map((now) => gate('a', now))).toEqual([true, true, false, false, true, false, true])
})

it('locks nobody out when the clock is set back', () => {
  const gate = open()
  expect([gate('a', 1e12), gate('a', 1e12), gate('a', 0)]).toEqual([true, true, true])
})
