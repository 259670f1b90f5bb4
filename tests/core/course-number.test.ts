// How courses are told apart: by a number in the ledger, which none gets that another has had.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courseFromBefore, courseOfId, courseOfItem, coursesOfLedger, idIn, withoutCourse, type Asked } from '../../src/core/course-number.ts'
import { joinedBank } from '../../src/core/joined-bank.ts'
import { itemId } from '../../src/core/study-item.ts'
import { bankOf } from '../ledger/world.ts'

const none: Asked = { questions: [], has: () => false }
/** The ledger has questions `a1`, `a2`, `b1`: those of course `a`, and so on. */
const asked = (...questions: readonly string[]): Asked => ({ questions, has: (course, question) => question.startsWith(course) })

it('an id of the first course is as it is; that of any other begins with its number', () => {
  expect([idIn(1, 'laptop-01'), idIn(2, 'laptop-01'), idIn(12, 'f/g')]).toEqual(['laptop-01', '2.laptop-01', '12.f/g'])
})

it('and is read back, whatever the id', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/u), (number, id) => {
    expect([courseOfId(idIn(number, id)), withoutCourse(idIn(number, id)), courseOfItem(itemId('question', idIn(number, id)))]).toEqual([number, id, number])
  }))
})

describe('the courses of a ledger', () => {
  it.each([
    ['begin with the only one', [], ['a'], none, ['a']],
    ['follow the only one, which was renamed or replaced', ['a'], ['b'], none, ['b']],
    ['begin with the one that it had, wherever that stands', ['a'], ['b', 'a'], none, ['a', 'b']],
    ['begin with the one that most questions are of, where none is known', [], ['b', 'a'], asked('a1', 'a2', 'b1'), ['a', 'b']],
    ['begin with the one from before, where that is neither', [], ['b'], asked('a1'), [courseFromBefore, 'b']],
    ['begin with that one once it is there', [courseFromBefore, 'b'], ['b', 'a'], asked('a1'), ['a', 'b']],
    ['go on without it', [courseFromBefore, 'b'], ['b', 'c'], asked('a1'), [courseFromBefore, 'b', 'c']],
    ['begin with the first one where nothing was asked', [], ['b', 'a'], none, ['b', 'a']],
    ['begin with the one that was asked, if the one it had never was', ['wrong'], ['wrong', 'a'], asked('a1'), ['a', 'wrong']],
    ['keep those that are gone', ['a', 'b'], ['c'], none, ['a', 'b', 'c']],
    ['keep the others where one is left', ['a', 'b'], ['b'], none, ['a', 'b']],
  ] as const)('%s', (_, known, configured, given, expected) => {
    expect(coursesOfLedger(known, configured, given)).toEqual(expected)
  })

  it('once there were several, keep their numbers for ever', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 })
    fc.assert(fc.property(fc.array(names), fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 2 }), (later, first) => {
      let known = coursesOfLedger([], first, none)
      for (const configured of later) {
        const next = coursesOfLedger(known, configured, none)
        expect(next.slice(0, known.length)).toEqual(known)
        expect(configured.every((course) => next.includes(course))).toBe(true)
        known = next
      }
    }))
  })
})

describe('the questions of several courses', () => {
  const one = bankOf(2)
  const joined = joinedBank(new Map([[1, one], [2, { ...bankOf(3), weights: new Map([['topic', 7]]) }]]))

  it('of the first course alone are the very same as ever', () => {
    expect(joined.of?.([1])).toBe(one)
  })

  it('have topics and facts of their own', () => {
    expect(joined.questions.map(({ topic }) => topic)).toEqual(['topic', 'topic', '2.topic', '2.topic', '2.topic'])
    expect([...joined.weights]).toEqual([['topic', 1], ['2.topic', 7]])
    expect(joined.of?.([2]).questions).toHaveLength(3)
    expect(joined.of?.([2])).toBe(joined.of?.([2]))
  })

  it('of a course that is not there are none', () => {
    expect(joined.of?.([3])).toMatchObject({ questions: [], lacks: [3] })
  })
})
