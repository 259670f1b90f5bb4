// Boards in other orders than that of points.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewestOfAlias } from '../../src/core/board-aliases.ts'
import { fewestForAccuracy, inOrder, level } from '../../src/core/board-order.ts'
import type { Score } from '../../src/core/board.ts'

const score = (right: number, answered: number, days = answered, aliased = false) => ({ points: right, right, answered, days, aliased })

describe('a share drawn toward the average', () => {
  it('is what the rule says', () => {
    expect([[3, 3], [18, 20], [85, 100]].map(([right = 0, answered = 0]) => Math.round(1000 * level({ right, answered }, 0.7)))).toEqual([739, 800, 825])
  })

  it('lies between the own share and the average', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), fc.double({ min: 0, max: 1, noNaN: true }), (answered, some, average) => {
      const right = some % (answered + 1)
      const [low, high] = [Math.min(right / answered, average), Math.max(right / answered, average)]
      expect(level({ right, answered }, average)).toBeGreaterThanOrEqual(low - 1e-9)
      expect(level({ right, answered }, average)).toBeLessThanOrEqual(high + 1e-9)
    }))
  })
})

it('nobody with too few answers is in a table by accuracy, nor in its average', () => {
  const table = inOrder('accuracy', [score(30, 30), score(9, 9), score(0, 9), score(15, 30)])
  expect(table).toMatchObject({ average: 0.75, tooFew: 2, leftOut: [], rows: [{ rank: 1, right: 30 }, { rank: 2, right: 15 }] })
})

it('equal ones share a rank, in the order of points', () => {
  const rows = [score(9, 12, 5), score(7, 12, 6), score(3, 5, 5)]
  expect(inOrder('days', rows).rows.map(({ rank, days, points }) => [rank, days, points])).toEqual([[1, 6, 7], [2, 5, 9], [2, 5, 3]])
})

const rowOf = (fewest: number, most: number) => fc.tuple(fc.nat(40), fc.integer({ min: fewest, max: most })).map(([some, answered]): Score & { readonly aliased: boolean } => score(some % (answered + 1), answered))
const both = fc.constantFrom('accuracy' as const, 'days' as const)

it('what somebody by an alias answered changes nothing in a table of fewer than five, nor in any before their third answer', () => {
  const tableWith = (others: readonly (Score & { readonly aliased: boolean })[], by: 'accuracy' | 'days', own: Score) => ({ ...inOrder(by, [...others, { ...own, aliased: true }]), leftOut: [] })
  const few = rowOf(1, fewestOfAlias - 1)
  fc.assert(fc.property(both, fc.array(rowOf(fewestForAccuracy, 40), { maxLength: 3 }), rowOf(fewestForAccuracy, 40), rowOf(fewestForAccuracy, 40), (by, others, one, other) => {
    expect(tableWith(others, by, one)).toEqual(tableWith(others, by, other))
  }))
  fc.assert(fc.property(fc.array(rowOf(1, 40), { maxLength: 9 }), few, few, (others, one, other) => {
    expect(tableWith(others, 'days', one)).toEqual(tableWith(others, 'days', other))
  }))
})
