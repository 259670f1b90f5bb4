// Reviews: what is due, a few at a time, and nothing that gives another away.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replay, wasMissed, type Memory } from '../../src/core/memory.ts'
import { mostAtOnce, nextDue, pickOf, pickReview } from '../../src/core/review.ts'
import type { Grade } from '../../src/core/study-item.ts'

const none: ReadonlySet<string> = new Set()
const items = (count: number) => Array.from({ length: count }, (_, at) => ({ item: `question:${at}`, facts: [`f${at}`] }))

/** Of somebody who was asked on these days of March 2026. */
function memory(item: string, answers: readonly (readonly [number, Grade])[]): Memory {
  const made = replay(item, answers.map(([date, grade], at) => ({ day: `2026-03-${String(date).padStart(2, '0')}`, at, grade })))
  if (made === null) throw new Error('no answers')
  return made
}

describe('a review', () => {
  it('brings up what is due, the most forgotten first, and counts the rest', () => {
    const memories = new Map(items(30).map(({ item }, at) => [item, memory(item, [[1 + (at % 20), at % 3 === 0 ? 'again' : 'good']])]))
    const picked = pickReview({ items: items(30), memories, paused: none, day: '2026-03-28' })
    expect(picked.items).toHaveLength(mostAtOnce)
    expect(picked.due).toBe(30)
    expect(picked.items[0]).toBe('question:0')
  })

  it('brings up nothing that is not due, was never asked, or is set aside', () => {
    const memories = new Map([['question:0', memory('question:0', [[1, 'good']])], ['question:1', memory('question:1', [[1, 'again']])], ['question:2', memory('question:2', [[1, 'again']])]])
    const from = { items: items(5), memories, paused: new Set(['question:2']), day: '2026-03-02' }
    expect(pickReview(from)).toEqual({ items: ['question:1'], due: 1 })
    expect(nextDue(from)).toBe('2026-03-02')
    expect(nextDue({ ...from, memories: new Map() })).toBeNull()
  })

  it('brings up a duty, a control or a finding only once it was labeled wrong, and then like everything else', () => {
    const labeled = ['duty:a', 'control:b', 'finding:c/d'].map((item) => ({ item, facts: [item] }))
    const known = new Map(labeled.map(({ item }) => [item, memory(item, [[1, 'good'], [3, 'good']])]))
    expect(pickReview({ items: labeled, memories: known, paused: none, day: '2026-12-01' })).toEqual({ items: [], due: 0 })
    expect(nextDue({ items: labeled, memories: known, paused: none })).toBeNull()
    const missed = new Map(labeled.map(({ item }) => [item, memory(item, [[1, 'good'], [3, 'again'], [4, 'good'], [8, 'good']])]))
    expect(pickReview({ items: labeled, memories: missed, paused: none, day: '2026-12-01' })).toMatchObject({ due: 3 })
    expect(nextDue({ items: labeled, memories: missed, paused: none })).not.toBeNull()
  })

  it('knows from a memory whether something was ever labeled wrong', () => {
    const grade = fc.constantFrom<Grade>('again', 'good')
    fc.assert(fc.property(fc.array(grade, { minLength: 1, maxLength: 28 }), (given) => {
      expect(wasMissed(memory('duty:x', given.map((each, at) => [at + 1, each] as const)))).toBe(given.includes('again'))
    }), { numRuns: 200 })
  })

  it('asks no two about one point on a day, also not about one that was asked that day already', () => {
    const shared = items(4).map(({ item }, at) => ({ item, facts: [at < 3 ? 'same' : 'other'] }))
    const memories = new Map(shared.map(({ item }) => [item, memory(item, [[1, 'again']])]))
    expect(pickReview({ items: shared, memories, paused: none, day: '2026-03-05' })).toMatchObject({ items: { length: 2 }, due: 4 })
    memories.set('question:0', memory('question:0', [[1, 'again'], [5, 'good']]))
    expect(pickReview({ items: shared, memories, paused: none, day: '2026-03-05' })).toEqual({ items: ['question:3'], due: 3 })
  })

  it('never brings up more than ten, none twice and none that share a point', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.nat(20), { maxLength: 3 }), { maxLength: 40 }), fc.boolean(), (all, isDueOnly) => {
      const some = all.map((facts, at) => ({ item: `card:${at}`, facts: [...new Set(facts.map(String))] }))
      const memories = new Map(some.map(({ item }) => [item, memory(item, [[1, 'again']])]))
      const picked = isDueOnly ? pickReview({ items: some, memories, paused: none, day: '2026-03-09' }) : pickOf(some)
      const facts = picked.items.flatMap((item) => some.find((each) => each.item === item)?.facts ?? [])
      expect(picked.items.length).toBeLessThanOrEqual(mostAtOnce)
      expect(new Set(picked.items).size).toBe(picked.items.length)
      expect(new Set(facts).size).toBe(facts.length)
      expect(picked.due).toBe(some.length)
    }))
  })
})
