// Rows kept in memory so that SQLite need not be asked again. Only for rows that this process alone changes; all are dropped when a
// transaction is rolled back.

import type { Cache, Caches } from '../../tables/caches.ts'

export function openCaches(): Caches {
  const maps: { clear(): void }[] = []
  return {
    open<Key, Value>(limit: number): Cache<Key, Value> {
      const map = new Map<Key, Value>()
      maps.push(map)
      return {
        get: (key) => map.get(key),
        set: (key, value) => {
          if (map.size >= limit) map.clear()
          map.set(key, value)
        },
        delete: (key) => {
          map.delete(key)
        },
        clear: () => map.clear(),
      }
    },
    clear() {
      for (const map of maps) map.clear()
    },
  }
}
