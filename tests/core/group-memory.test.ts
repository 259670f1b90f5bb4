// What a group seems to know of a point: who was there, what the latest answers say, and counts that make no sense.
import { describe, expect, it } from 'vitest'
import { groupMemory, type AskedRound } from '../../src/core/group-memory.ts'
import { pointsOf } from '../../src/core/points.ts'

const points = pointsOf({
  questions: ['a1', 'a2', 'a3'].map((id) => ({ id, topic: 'iam', facts: ['a'] })).concat({ id: 'b1', topic: 'kms', facts: ['b'] }),
  weights: new Map(),
})
const asked = (question: string, day: number, answered: number, right: number): AskedRound => ({ question, at: day * 86_400_000, day: '2026-01-05', answered, right })
const memoryOf = (...rounds: readonly AskedRound[]) => groupMemory(points, rounds)
const knownOf = (...rounds: readonly AskedRound[]) => memoryOf(...rounds).points.get('a')?.known ?? Number.NaN

describe('of a point', () => {
  it('those are absent who answered none of its questions, by the most who ever answered one', () => {
    const absent = (...rounds: readonly AskedRound[]) => memoryOf(...rounds).points.get('a')?.absent
    expect(absent(asked('a1', 0, 6, 3))).toBe(0)
    expect(absent(asked('a1', 0, 6, 3), asked('b1', 1, 12, 6))).toBe(0.5)
    expect(absent(asked('a1', 0, 6, 3), asked('a2', 1, 3, 3), asked('b1', 2, 12, 6))).toBe(0.375)
    expect(absent(asked('a1', 0, 0, 0))).toBe(1)
  })

  it('the latest answers say more than the ones before, and a round that nobody answered says nothing', () => {
    const after = (second: number, third: number) => knownOf(asked('a1', 0, 12, 6), asked('a2', 1, 12, second), asked('a3', 2, 12, third))
    expect(after(3, 12)).toBeGreaterThan(after(12, 3))
    expect(knownOf(asked('a1', 0, 12, 12), asked('a2', 1, 0, 0))).toBe(knownOf(asked('a1', 0, 12, 12)))
  })

  it('how often it was asked and the last round are kept, answered or not', () => {
    expect(memoryOf(asked('a1', 0, 12, 3), asked('a2', 1, 0, 0)).points.get('a')).toMatchObject({ times: 2, last: { question: 'a2' } })
  })
})

describe('of a topic', () => {
  it('the first answers to a point count, and later ones tell how well it was learned', () => {
    const once = memoryOf(asked('a1', 0, 12, 3))
    expect(memoryOf(asked('a1', 0, 12, 3), asked('a2', 1, 12, 12), asked('a3', 2, 12, 12)).knownOf('iam')).toBe(once.knownOf('iam'))
    expect(once.knownOf('iam')).toBeLessThan(once.knownOf('kms'))
  })

  it('all answers are counted, and never more right ones than answers', () => {
    const memory = memoryOf(asked('a1', 0, 4, 9), asked('a2', 1, 6, -1), asked('b1', 2, -3, 2), asked('gone', 3, 5, 5))
    expect([memory.topics.get('iam'), memory.topics.get('kms'), memory.all]).toEqual([{ answered: 10, right: 4 }, { answered: 0, right: 0 }, { answered: 10, right: 4 }])
  })
})
