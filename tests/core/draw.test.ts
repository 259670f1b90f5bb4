// Drawing by a blueprint: nothing is lost, and over time every topic gets its share.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quotas } from '../../src/core/draw.ts'
import { seeded } from '../../src/core/random.ts'

const groups = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 40 }).map((weights) => weights.map((weight, index) => ({ id: String(index), weight: weight / 4 })))

describe('quotas', () => {
  it('add up to what is drawn, each rounded up or down', () => {
    fc.assert(fc.property(groups, fc.nat(65), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (all, count, from) => {
      const drawn = quotas(all, count, from)
      const total = all.reduce((sum, { weight }) => sum + weight, 0)
      expect([...drawn.values()].reduce((sum, each) => sum + each, 0)).toBe(count)
      for (const { id, weight } of all) {
        const share = (count * weight) / total
        expect(drawn.get(id)).toBeGreaterThanOrEqual(Math.floor(share + 1e-9))
        expect(drawn.get(id)).toBeLessThanOrEqual(Math.ceil(share - 1e-9))
      }
    }))
  })

  it('give each group its share on average, also the small ones', () => {
    const random = seeded('quotas')
    const weights = [24, 30, 34, 12, 1, 1, 0.5]
    const all = weights.map((weight, index) => ({ id: String(index), weight }))
    const sums = weights.map(() => 0)
    const draws = 20_000
    for (let draw = 0; draw < draws; draw += 1) for (const [id, count] of quotas(all, 20, random())) sums[Number(id)] = (sums[Number(id)] ?? 0) + count
    for (const [index, weight] of weights.entries()) expect(Math.abs((sums[index] ?? 0) / draws - (20 * weight) / 102.5)).toBeLessThan(0.02)
  })
})
