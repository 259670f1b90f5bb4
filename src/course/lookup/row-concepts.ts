// The concepts that a row is about.
import type { Responsibility } from '../course.ts'

/** Ids of its services, things and acts. */
export function conceptIds({ service, thing, act }: Responsibility): readonly string[] {
  return [...service, ...thing, ...act]
}

/** Of a service, and no duty in it. */
export const isWholeSplit = ({ service, thing, act }: Responsibility): boolean => service.length > 0 && thing.length + act.length === 0
