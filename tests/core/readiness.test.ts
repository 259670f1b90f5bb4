// What an exam would bring today: said from thirty first answers on three fifths of the exam, as a mean and a range.
import { describe, expect, it } from 'vitest'
import { canForecast, fewestTries, readinessFrom, readinessOf } from '../../src/core/readiness.ts'

const weights = new Map([['a', 3], ['b', 2], ['c', 5]])
const tries = (entries: Readonly<Record<string, readonly [right: number, of: number]>>) => new Map(Object.entries(entries).map(([topic, [right, of]]) => [topic, { right, of }]))

describe('a forecast', () => {
  it('is there with exactly thirty answers on exactly three fifths of the exam', () => {
    expect(readinessOf(new Map([['a', 3], ['b', 2]]), tries({ a: [20, 30] })).kind).toBe('known')
    expect(readinessOf(new Map([['a', 3], ['b', 2]]), tries({ a: [20, 29] })).kind).toBe('unknown')
    expect(readinessOf(weights, tries({ a: [10, 15], b: [10, 15] })).kind).toBe('unknown')
  })

  it('says how many answers and topics are missing, the largest topics first', () => {
    expect(readinessOf(weights, tries({ a: [5, 10] }))).toEqual({ kind: 'unknown', tries: 20, topics: 1 })
    expect(readinessOf(weights, new Map())).toEqual({ kind: 'unknown', tries: 30, topics: 2 })
    expect(readinessOf(weights, tries({ c: [1, 2], b: [1, 1] }))).toEqual({ kind: 'unknown', tries: 27, topics: 0 })
    expect(readinessOf(weights, tries({ b: [30, 40] }))).toEqual({ kind: 'unknown', tries: 0, topics: 1 })
  })

  it('is the weighted mean with four fifths of its distribution around it', () => {
    // Beta(21, 11): 21/32, variance 231/(1024·33).
    const known = readinessOf(new Map([['a', 1]]), tries({ a: [20, 30] }))
    expect(known).toMatchObject({ kind: 'known' })
    if (known.kind !== 'known') return
    expect(known.mean).toBeCloseTo(21 / 32, 10)
    expect(known.high - known.mean).toBeCloseTo(1.2816 * Math.sqrt(231 / (1024 * 33)), 10)
    expect(known.mean - known.low).toBeCloseTo(known.high - known.mean, 10)
  })

  it('never leaves 0 to 1', () => {
    const best = readinessOf(new Map([['a', 1], ['b', 1]]), tries({ a: [15, 15], b: [15, 15] }))
    const worst = readinessOf(new Map([['a', 1], ['b', 1]]), tries({ a: [0, 15], b: [0, 15] }))
    expect([best.kind === 'known' && best.high <= 1 && best.low > 0.85, worst.kind === 'known' && worst.low >= 0 && worst.high < 0.15]).toEqual([true, true])
  })

  it('counts the first answers of ninety days', () => {
    expect(readinessFrom('2026-06-01')).toBe('2026-03-03')
  })
})

describe('a course gives a forecast some day', () => {
  const asked = (entries: Readonly<Record<string, number>>) => Object.entries(entries).flatMap(([topic, count]) => Array.from({ length: count }, () => topic))

  it('if it has thirty questions on three fifths of its exam', () => {
    expect(canForecast(new Map([['a', 3], ['b', 2]]), asked({ a: fewestTries }))).toBe(true)
    expect(canForecast(weights, asked({ a: 15, c: 15 }))).toBe(true)
  })

  it('not with fewer questions, with less of its exam, or on topics that have no weight', () => {
    expect(canForecast(weights, asked({ a: 9, c: 20 }))).toBe(false)
    expect(canForecast(weights, asked({ a: 20, b: 20 }))).toBe(false)
    expect(canForecast(weights, asked({ z: 40 }))).toBe(false)
  })
})
