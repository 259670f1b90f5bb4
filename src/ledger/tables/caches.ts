// Rows that an engine may keep in memory so that the database need not be asked again.

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
