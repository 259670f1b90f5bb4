// How what is kept of a person changes.
import { expect, it } from 'vitest'
import { isShown, lookedUp, newPerson, seenAgain, withHidden } from '../../src/core/person.ts'

const ada = newPerson('Ada')

it.each([
  [false, false, true],
  [true, false, false],
  [false, true, false],
  [true, true, false],
])('somebody hidden: %s, gone: %s, is shown: %s', (hidden, gone, shown) => {
  expect(isShown({ hidden, gone })).toBe(shown)
})

it('somebody who is seen again has their latest name, and is back', () => {
  expect(seenAgain({ ...ada, gone: true }, 'Ada')).toEqual(ada)
  expect(seenAgain({ ...ada, hidden: true }, 'Ada Lovelace')).toEqual({ name: 'Ada Lovelace', hidden: true, gone: false })
})

it('somebody who is as they were stays the same object, so that nothing is saved', () => {
  expect(seenAgain(ada, 'Ada')).toBe(ada)
})

it.each([
  [{ gone: true, name: null }, { ...ada, gone: true }],
  [{ gone: false, name: 'Ada Lovelace' }, { ...ada, name: 'Ada Lovelace' }],
  [{ gone: null, name: null }, ada],
])('after a look-up that says %j they are %j', (look, after) => {
  expect(lookedUp(ada, look)).toEqual(after)
})

it('a look-up that says nothing about whether somebody left brings nobody back', () => {
  const gone = { ...ada, gone: true }
  expect(lookedUp(gone, { gone: null, name: null })).toBe(gone)
})

it('somebody who hides or shows themselves is here', () => {
  const gone = { ...ada, gone: true }
  expect(withHidden(gone, 'Ada', true)).toEqual({ name: 'Ada', hidden: true, gone: false })
  expect(withHidden({ ...gone, hidden: true }, 'Ada', false)).toEqual(ada)
})

it('somebody who hides gets the name they have now, and keeps theirs where it is not known', () => {
  expect(withHidden(ada, 'Ada L.', true)).toEqual({ name: 'Ada L.', hidden: true, gone: false })
  expect(withHidden({ ...ada, gone: true }, null, true)).toEqual({ name: 'Ada', hidden: true, gone: false })
})
