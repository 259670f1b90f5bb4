// What the ledger remembers of its own tables, so that it need not ask SQLite again. Only rows that this process alone changes
// belong here, and everything is forgotten when a transaction is rolled back.

export type Remembered<Key, Value> = {
  readonly get: (key: Key) => Value | undefined
  readonly set: (key: Key, value: Value) => void
  readonly delete: (key: Key) => void
}

export type Memory = {
  /** Holds up to `limit` entries; a full one starts empty again. */
  readonly remember: <Key, Value>(limit: number) => Remembered<Key, Value>
  readonly forget: () => void
}

export function openMemory(): Memory {
  const maps: { clear(): void }[] = []
  return {
    remember<Key, Value>(limit: number): Remembered<Key, Value> {
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
      }
    },
    forget() {
      for (const map of maps) map.clear()
    },
  }
}
