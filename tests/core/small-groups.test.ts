// Whether a group's result may be shown where somebody in it is hidden.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mayShowResult } from '../../src/core/small-groups.ts'
import type { Votes } from '../../src/core/close.ts'

/** One letter a person. */
const votesOf = (choices: string): Votes[] => [...choices].map((choice) => ({ chosen: [choice], people: 1 }))
const may = (shown: string, hidden: string) => mayShowResult(['b'], votesOf(shown + hidden), votesOf(hidden))

it.each(['', 'b', 'bb', 'bc', 'bbbbbbbb'])('a group in which nobody hides sees its result however small it is: %j', (shown) => {
  expect(may(shown, '')).toBe(true)
})

it.each([['', 'b'], ['b', 'c'], ['bc', 'b'], ['bcd', 'b'], ['b', 'ccc']])('fewer than five with a hidden one see none: %j and hidden %j', (shown, hidden) => {
  expect(may(shown, hidden)).toBe(false)
})

it.each([['ccdd', 'b'], ['bccdd', 'a'], ['bbccdd', 'ccc']])('five and more see it where others made two wrong choices, each two of them: %j and hidden %j', (shown, hidden) => {
  expect(may(shown, hidden)).toBe(true)
})

it.each([['bbbb', 'b'], ['bbbb', 'c'], ['bbbbbbbbb', 'c'], ['', 'bcbcb'], ['b', 'bcdbc'], ['bbbc', 'c'], ['bbbccc', 'd'], ['bbbcccd', 'd']])('they do not where what a hidden one chose would follow: %j and hidden %j', (shown, hidden) => {
  expect(may(shown, hidden)).toBe(false)
})

it('choices with several options are the same in any order', () => {
  const hidden = [{ chosen: ['a', 'b'], people: 1 }]
  const wrong = [{ chosen: ['b', 'c'], people: 1 }, { chosen: ['c', 'b'], people: 1 }, { chosen: ['c', 'd'], people: 2 }]
  expect(mayShowResult(['a', 'b'], [{ chosen: ['b', 'a'], people: 6 }, ...wrong.slice(0, 2)], hidden)).toBe(false)
  expect(mayShowResult(['a', 'b'], [{ chosen: ['b', 'a'], people: 6 }, ...wrong], hidden)).toBe(true)
})

it('nothing that hidden people choose decides it', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 }).map((all) => all.join(''))
  const hiddenTwice = fc.nat(5).chain((count) => {
    const some = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: count, maxLength: count }).map((all) => all.join(''))
    return fc.tuple(some, some)
  })
  fc.assert(fc.property(letters, hiddenTwice, (shown, [one, other]) => may(shown, one) === may(shown, other)))
})
