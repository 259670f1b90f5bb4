// The concepts that a row is about.
import type { Responsibility } from '../course.ts'

/** Ids of its services, things and acts. */
export function conceptIds({ service, thing, act }: Responsibility): readonly string[] {
  return [...service, ...thing, ...act]
}
