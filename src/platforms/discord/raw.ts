// Reads payloads whose shape nobody guarantees: a field of the wrong type counts as absent.

export type Raw = Readonly<Record<string, unknown>>

const nothing: Raw = {}

/** The fields of an object; none for anything else. */
export const raw = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : nothing)

/** Empty for anything but an array. */
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Empty for anything but text. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A set of bits in decimal digits, as Discord writes permissions; none for anything else. */
export const bits = (value: unknown): bigint => (typeof value === 'string' && /^\d{1,40}$/u.test(value) ? BigInt(value) : 0n)
