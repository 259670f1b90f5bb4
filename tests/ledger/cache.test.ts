// What is kept in memory beside the database: bounded, and all dropped at once when a transaction is rolled back.
import { expect, it } from 'vitest'
import { openCaches } from '../../src/ledger/sqlite/file/cache.ts'

it('a cache that is full starts empty again, and holds what was set last', () => {
  const cache = openCaches().open<string, number>(2)
  cache.set('a', 1)
  cache.set('b', 2)
  expect(['a', 'b'].map(cache.get)).toEqual([1, 2])
  cache.set('c', 3)
  expect(['a', 'b', 'c'].map(cache.get)).toEqual([undefined, undefined, 3])
})

it('a key that is deleted is gone, and the others stay', () => {
  const cache = openCaches().open<string, number>(9)
  cache.set('a', 1)
  cache.set('b', 2)
  cache.delete('a')
  expect(['a', 'b'].map(cache.get)).toEqual([undefined, 2])
  cache.clear()
  expect(cache.get('b')).toBeUndefined()
})

it('a rollback empties every cache', () => {
  const caches = openCaches()
  const [one, other] = [caches.open<string, number>(9), caches.open<string, number>(9)]
  one.set('a', 1)
  other.set('b', 2)
  caches.clear()
  expect([one.get('a'), other.get('b')]).toEqual([undefined, undefined])
})
