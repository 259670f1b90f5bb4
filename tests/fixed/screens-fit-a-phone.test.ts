// The median result took 35 lines of a phone and a closed post 52: what one wanted to know had scrolled away.
import { expect, it } from 'vitest'
import { medianLines } from '../bench/lines.ts'

it('over the whole bank, half of all screens fit into these lines of 46 letters, blank ones included', () => {
  const { question, result, 'closed post': closed } = medianLines()
  expect(question).toBeLessThanOrEqual(26)
  expect(result).toBeLessThanOrEqual(20)
  expect(closed).toBeLessThanOrEqual(40)
})
