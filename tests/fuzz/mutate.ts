// Spoils a payload: fields dropped, doubled, retyped, swapped, filled with anything. The same mutations of the same payload give the same.
import fc from 'fast-check'
import { anyText } from './texts.ts'

export type Json = { readonly [key: string]: unknown }

export type Mutation = {
  readonly kind: 'drop' | 'replace' | 'retype' | 'double' | 'swap' | 'poison' | 'bury'
  /** Which of all fields; counted round and round. */
  readonly at: number
  readonly other: number
  readonly value: unknown
}

const odd: fc.Arbitrary<unknown> = fc.oneof(
  anyText,
  fc.constantFrom(null, true, false, 0, -1, 1e21, 1.5, '', ' ', '0', [], {}, [[]], [null], { type: 'x' }, { id: {} }, 2 ** 53),
  fc.jsonValue({ maxDepth: 2 }),
)

export const anyMutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('drop', 'replace', 'replace', 'retype', 'double', 'swap', 'poison', 'bury'),
  at: fc.nat(),
  other: fc.nat(),
  value: odd,
})

type Spot = { readonly holder: Record<string, unknown>; readonly key: string }

/** A deep copy, spoilt. */
export function mutate(payload: Json, mutations: readonly Mutation[]): Json {
  const copy = JSON.parse(JSON.stringify(payload)) as Record<string, unknown>
  for (const mutation of mutations) spoil(copy, mutation)
  return copy
}

function spoil(payload: Record<string, unknown>, { kind, at, other, value }: Mutation): void {
  const spots = spotsIn(payload)
  const spot = spots[at % Math.max(spots.length, 1)]
  const second = spots[other % Math.max(spots.length, 1)]
  if (spot === undefined || second === undefined) return
  const { holder, key } = spot
  switch (kind) {
    case 'drop':
      delete holder[key]
      // Closed up by hand: `splice` asks the list for its constructor, which may be poisoned already.
      if (Array.isArray(holder) && /^\d+$/u.test(key)) {
        holder.copyWithin(Number(key), Number(key) + 1)
        holder.length -= 1
      }
      return
    case 'replace':
      put(holder, key, structuredClone(value))
      return
    case 'retype':
      put(holder, key, retyped(holder[key], other))
      return
    case 'double':
      if (Array.isArray(holder[key])) put(holder, key, [...(holder[key] as unknown[]), ...(holder[key] as unknown[])])
      else put(second.holder, key, structuredClone(holder[key]))
      return
    case 'swap': {
      const [one, two] = [structuredClone(holder[key]), structuredClone(second.holder[second.key])]
      put(holder, key, two)
      put(second.holder, second.key, one)
      return
    }
    case 'poison':
      // As JSON.parse makes it: an own field of that name.
      Object.defineProperty(holder, ['__proto__', 'constructor', 'toString', 'toJSON'][other % 4] ?? '', { value: structuredClone(value), enumerable: true, configurable: true, writable: true })
      return
    case 'bury':
      put(holder, key, other % 2 === 0 ? [holder[key]] : { [key]: holder[key] })
  }
}

const put = (holder: Record<string, unknown>, key: string, value: unknown): void => void Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })

function retyped(value: unknown, how: number): unknown {
  // What is poisoned already may have no text and no number.
  const plain = typeof value === 'object' ? JSON.stringify(value) : value
  const forms = [String(plain), Number(plain), [value], { value }, value === null ? 0 : null, true]
  return forms[how % forms.length]
}

function spotsIn(value: unknown): Spot[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...spotsIn(holder[key])])
}
