// How what is kept of a person changes.
import { expect, it } from 'vitest'
import { howShown, isShown, lookedUp, newPerson, seenAgain, shownName, shownPerson, withShown, type Shown } from '../../src/core/person.ts'

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
  expect(seenAgain({ ...ada, hidden: true }, 'Ada Lovelace')).toEqual({ ...ada, name: 'Ada Lovelace', hidden: true })
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
  expect(withShown(gone, 'Ada', { as: 'hidden' })).toEqual({ ...ada, hidden: true })
  expect(withShown({ ...gone, hidden: true }, 'Ada', { as: 'name' })).toEqual(ada)
})

it('somebody who hides gets the name they have now, and keeps theirs where it is not known', () => {
  expect(withShown(ada, 'Ada L.', { as: 'hidden' })).toEqual({ ...ada, name: 'Ada L.', hidden: true })
  expect(withShown({ ...ada, gone: true }, null, { as: 'hidden' })).toEqual({ ...ada, hidden: true })
})

it.each<Shown>([{ as: 'name' }, { as: 'alias', alias: 'Blue Heron' }, { as: 'hidden' }])('somebody who asks for %j gets that, whatever was before', (shown) => {
  for (const before of [ada, { ...ada, hidden: true }, { ...ada, alias: 'Old Owl' }]) expect(howShown(withShown(before, null, shown))).toEqual(shown)
})

it('somebody with an alias is named by it alone, without their id, and keeps it when the platform renames them', () => {
  const heron = seenAgain(withShown(ada, 'Ada', { as: 'alias', alias: 'Blue Heron' }), 'Ada Lovelace')
  expect(heron).toEqual({ ...ada, name: 'Ada Lovelace', alias: 'Blue Heron' })
  expect(shownName(heron)).toBe('Blue Heron (alias)')
  expect(shownPerson({ ...heron, id: 'slack:T1/U1' })).toEqual({ id: 'alias:Blue Heron', name: 'Blue Heron (alias)' })
  expect(shownPerson({ ...ada, id: 'slack:T1/U1' })).toEqual({ id: 'slack:T1/U1', name: 'Ada' })
})
