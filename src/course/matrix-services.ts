// The services of the responsibility matrix.
import type { Concept, Responsibility } from './course.ts'

/** The part of a course that says which services there are. */
type Matrix<Service> = { readonly concepts: readonly Service[]; readonly responsibilities: readonly Pick<Responsibility, 'service'>[] }

/** Services that a row of the matrix is about, those with the most rows first. */
export function matrixServices<Service extends Pick<Concept, 'id' | 'kind'>>({ concepts, responsibilities }: Matrix<Service>): readonly Service[] {
  const rows = new Map<string, number>()
  for (const id of responsibilities.flatMap(({ service }) => service)) rows.set(id, (rows.get(id) ?? 0) + 1)
  return concepts.filter(({ kind, id }) => kind === 'service' && rows.has(id)).toSorted((a, b) => (rows.get(b.id) ?? 0) - (rows.get(a.id) ?? 0))
}
