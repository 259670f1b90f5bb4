// The range of somebody's level: never more precise than the answers are.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelRange, percentsOf } from '../../src/core/confidence.ts'

describe('the range of a level', () => {
  it.each([[14, 20, 0.481, 0.8545], [16, 20, 0.584, 0.9193], [18, 20, 0.699, 0.9721], [46, 65, 0.588, 0.8042], [48, 60, 0.6822, 0.8817], [140, 200, 0.6332, 0.7592]])('of %i out of %i', (right, answers, low, high) => {
    const range = levelRange(right, answers)
    expect(range.low).toBeCloseTo(low, 3)
    expect(range.high).toBeCloseTo(high, 3)
  })

  it('is rounded outward in words', () => {
    expect(percentsOf(levelRange(14, 20))).toEqual({ low: 48, high: 86 })
    expect(percentsOf(levelRange(0, 0))).toEqual({ low: 0, high: 100 })
  })

  it('lies within 0 and 1, holds the share, and grows with it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(499), (answers, some) => {
      const right = some % answers
      const [range, more] = [levelRange(right, answers), levelRange(right + 1, answers)]
      for (const { low, high } of [range, more]) expect(0 <= low && low <= high && high <= 1).toBe(true)
      expect(range.low <= right / answers && right / answers <= range.high).toBe(true)
      expect(more.low).toBeGreaterThan(range.low)
      expect(more.high).toBeGreaterThan(range.high)
    }))
  })

  it('gets narrower with more answers', () => {
    const width = (answers: number) => levelRange(answers / 2, answers).high - levelRange(answers / 2, answers).low
    expect(width(20)).toBeGreaterThan(width(40))
  })
})
