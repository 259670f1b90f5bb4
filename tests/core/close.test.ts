// What a close makes of the answers.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { judgeWaiting, tally } from '../../src/core/close.ts'

it('counts people once, and each of their options', () => {
  const votes = [
    { chosen: ['a', 'c'], people: 2 },
    { chosen: ['a', 'b'], people: 3 },
  ]
  expect(tally(['c', 'a'], votes)).toEqual({ answered: 5, right: 2, votes: new Map([['a', 5], ['b', 3], ['c', 2]]) })
  expect(tally(['a'], [])).toEqual({ answered: 0, right: 0, votes: new Map() })
})

it('judges each answer that waited by the key, and keeps what else is known of it', () => {
  const waiting = [{ chosen: ['b'], who: 'Ada' }, { chosen: ['a'], who: 'Ben' }]
  expect(judgeWaiting(['b'], waiting)).toEqual([{ chosen: ['b'], who: 'Ada', right: true }, { chosen: ['a'], who: 'Ben', right: false }])
})

it('counts as many right answers as it judges right', () => {
  const options = ['a', 'b', 'c', 'd'] as const
  fc.assert(
    fc.property(fc.subarray([...options], { minLength: 1 }), fc.array(fc.subarray([...options], { minLength: 1 })), (key, answers) => {
      const judged = judgeWaiting(key, answers.map((chosen) => ({ chosen })))
      const { answered, right } = tally(key, answers.map((chosen) => ({ chosen, people: 1 })))
      expect([answered, right]).toEqual([answers.length, judged.filter((answer) => answer.right).length])
    }),
  )
})
