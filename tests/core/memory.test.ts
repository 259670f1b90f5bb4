// What FSRS-6 makes of a row of answers; the numbers were computed with its own reference (learning steps off, default weights).
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDue, recall, remember, replay, type Memory } from '../../src/core/memory.ts'
import { grades, type Grade } from '../../src/core/study-item.ts'

const rows: readonly (readonly [string, Grade, number, number, number])[] = [
  ['2026-11-23', 'again', 0.212, 6.4133, 0],
  ['2026-11-24', 'good', 1.88678762, 6.40211507, 0],
  ['2026-11-26', 'good', 6.26916146, 6.39094132, 0],
  ['2026-12-03', 'good', 18.66262073, 6.37977875, 0],
  ['2026-12-28', 'again', 1.92141221, 8.79528626, 1],
  ['2026-12-29', 'good', 3.16286833, 8.78171934, 1],
]

const entries = fc.array(fc.record({ day: fc.integer({ min: 0, max: 40 }), at: fc.nat(1e6), grade: fc.constantFrom(...grades) }), { minLength: 1, maxLength: 20 })
  .map((all) => all.map(({ day, at, grade }, index) => ({ day: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10), at: at * 100 + index, grade })))

describe('a memory', () => {
  it('grows with right answers, and falls back when something is forgotten', () => {
    let memory: Memory | null = null
    for (const [day, grade, stability, difficulty, lapses] of rows) {
      memory = remember('question:one', memory, day, grade)
      expect(memory).toMatchObject({ stability, difficulty, lapses, last: day })
    }
    expect(memory?.reps).toBe(6)
  })

  it('fades with the days', () => {
    const memory = remember('question:one', null, '2026-11-23', 'good')
    const after = (day: string) => Number(recall(memory, day).toFixed(4))
    expect([after('2026-11-24'), after('2026-11-25'), after('2026-11-30'), after('2026-12-23')]).toEqual([0.9468, 0.9095, 0.8083, 0.6675])
    expect(recall(memory, '2026-11-01')).toBe(1)
  })

  it('is due on its day and from then on', () => {
    const memory = remember('question:one', null, '2026-11-23', 'good')
    expect([memory.due, isDue(memory, '2026-11-24'), isDue(memory, '2026-11-25'), isDue(memory, '2027-01-01')]).toEqual(['2026-11-25', false, true, true])
  })

  it('does not bring back on one day all that was learned on one day', () => {
    const due = Array.from({ length: 200 }, (_, index) => replay(`question:${index}`, ['2026-01-01', '2026-01-03', '2026-01-14'].map((day) => ({ day, at: 0, grade: 'good' })))?.due)
    expect(new Set(due).size).toBeGreaterThan(5)
  })

  it('is the same in whatever order the log is read', () => {
    fc.assert(fc.property(entries, fc.nat(), (log, seed) => {
      const mixed = log.toSorted((a, b) => ((a.at * 7919 + seed) % 101) - ((b.at * 7919 + seed) % 101))
      expect(replay('card:one', mixed)).toEqual(replay('card:one', log))
    }))
  })

  it('counts the first answer of each day, and no other', () => {
    fc.assert(fc.property(entries, (log) => {
      const days = new Set(log.map(({ day }) => day))
      expect(replay('card:one', log)?.reps).toBe(days.size)
    }))
  })

  it('of nothing is none', () => {
    expect(replay('card:one', [])).toBeNull()
  })
})
