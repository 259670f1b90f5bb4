// Maps that must not grow without end.

/** Sets the value as the latest one, and drops the one set longest ago if there are more than `most`. */
export function keepLatest<Key, Value>(kept: Map<Key, Value>, key: Key, value: Value, most: number): void {
  kept.delete(key)
  kept.set(key, value)
  const oldest = kept.size > most ? kept.keys().next() : undefined
  if (oldest?.done === false) kept.delete(oldest.value)
}
