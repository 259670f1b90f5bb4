// Reading a payload whose shape nobody guarantees: a wrong field is an absent one.

export type Raw = Readonly<Record<string, unknown>>

const nothing: Raw = {}

export function raw(value: unknown): Raw {
  return typeof value === 'object' && value !== null ? (value as Raw) : nothing
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
