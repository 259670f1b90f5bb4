// Chance from a seed: the same on every machine and in every version, since kept rounds depend on it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hash, seeded, shuffle } from '../../src/core/random.ts'

describe('a hash', () => {
  it.each([
    ['', 2872998923],
    ['a', 444641715],
    ['slack:T1/C1 2026-01-05', 2704054541],
    ['é', 3136788073],
  ])('of %j never changes', (text, expected) => {
    expect(hash(text)).toBe(expected)
  })

  it('is a whole number of 32 bits that depends on every character', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, at) => {
        const found = hash(text)
        expect(Number.isInteger(found) && found >= 0 && found < 2 ** 32).toBe(true)
        const index = at % text.length
        const other = `${text.slice(0, index)}${String.fromCharCode(text.charCodeAt(index) ^ 1)}${text.slice(index + 1)}`
        expect(hash(other)).not.toBe(found)
      }),
    )
  })
})

describe('numbers from a seed', () => {
  it('never change', () => {
    const random = seeded('studyhall')
    expect([random(), random(), random()]).toEqual([0.6136689290869981, 0.25033932900987566, 0.3521202174015343])
  })

  it('lie from 0 to 1 and spread evenly', () => {
    const random = seeded('spread')
    const drawn = Array.from({ length: 20_000 }, random)
    expect(drawn.every((number) => number >= 0 && number < 1)).toBe(true)
    for (let part = 0; part < 10; part++) {
      const share = drawn.filter((number) => Math.floor(number * 10) === part).length / drawn.length
      expect(Math.abs(share - 0.1)).toBeLessThan(0.01)
    }
  })
})

describe('a shuffled list', () => {
  it('has the same items, and the same order for the same seed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 10 }), fc.string(), (items, seed) => {
        const before = [...items]
        const shuffled = shuffle(items, seeded(seed))
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b))
        expect(shuffle(items, seeded(seed))).toEqual(shuffled)
        expect(items).toEqual(before)
      }),
    )
  })

  it('comes in each order equally often', () => {
    const counts = new Map<string, number>()
    const draws = 24_000
    for (let seed = 0; seed < draws; seed++) {
      const order = shuffle(['a', 'b', 'c', 'd'], seeded(`seed ${seed}`)).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(24)
    for (const count of counts.values()) expect(Math.abs(count / (draws / 24) - 1)).toBeLessThan(0.15)
  })
})
