// Reading what a client sent: a wrong field is an absent one.

export type Raw = Readonly<Record<string, unknown>>

export const raw = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {})
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const string = (value: unknown): string => (typeof value === 'string' ? value : '')
