// How often the bot answers what people write to it.
import { expect, it } from 'vitest'
import { createFloodGate } from '../../src/core/flood.ts'

const open = () => createFloodGate({ most: 2, within: 1_000 })

it('allows so many in a while, counted apart for each', () => {
  const gate = open()
  expect([gate('a', 0), gate('a', 10), gate('a', 20), gate('b', 20)]).toEqual(['allowed', 'allowed', 'just-over', 'allowed'])
})

it('allows the next one as soon as the first is long enough ago, and counts no refusal', () => {
  const gate = open()
  expect([0, 500, 600, 999, 1_000, 1_001, 1_500].map((now) => gate('a', now))).toEqual(['allowed', 'allowed', 'just-over', 'over', 'allowed', 'just-over', 'allowed'])
})

it('locks nobody out when the clock is set back', () => {
  const gate = open()
  expect([gate('a', 1e12), gate('a', 1e12), gate('a', 0)]).toEqual(['allowed', 'allowed', 'allowed'])
})

it('remembers at most 5,000 people, and forgets the one it counted longest ago', () => {
  const gate = createFloodGate({ most: 1, within: 1_000 })
  expect([gate('first', 0), gate('second', 0)]).toEqual(['allowed', 'allowed'])
  for (let other = 0; other < 4_998; other += 1) gate(`other ${other}`, 0)
  expect([gate('first', 0), gate('second', 0)]).toEqual(['just-over', 'just-over'])
  gate('one too many', 0)
  expect([gate('second', 0), gate('other 1', 0)]).toEqual(['over', 'just-over'])
  expect(gate('other 0', 0)).toBe('allowed')
})
