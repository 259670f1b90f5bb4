// Rows kept in memory so that SQLite need not be asked again. Only for rows that this process alone changes; all are dropped when a
// transaction is rolled back.

export type Cache<Key, Value> = {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
  delete(key: Key): void
  clear(): void
}

export type Caches = {
  /** A cache of up to `limit` entries; a full one starts empty again. */
  open<Key, Value>(limit: number): Cache<Key, Value>
  clear(): void
}

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
