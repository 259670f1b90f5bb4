// Whether two values of a statement, or of a row, are the same.

export const isSameValue = (one: unknown, other: unknown): boolean => Object.is(one, other) || (one instanceof Uint8Array && other instanceof Uint8Array && Buffer.compare(one, other) === 0)

export const areSame = (some: readonly unknown[], others: readonly unknown[]): boolean => some.length === others.length && some.every((value, at) => isSameValue(value, others[at]))
