// Reads payloads whose shape nobody guarantees: a field of the wrong type counts as absent.

export type Raw = Readonly<Record<string, unknown>>

const nothing: Raw = {}

/** The fields of an object; none for anything else. */
export function raw(value: unknown): Raw {
  return typeof value === 'object' && value !== null ? (value as Raw) : nothing
}

/** Undefined also for empty text. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Empty for anything but an array. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
