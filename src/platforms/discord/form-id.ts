// The id of a modal: which command's form it is, and which channel it is about where it isn't opened in it. Versioned as controls are.
import type { PlaceId } from '../../core/quiz.ts'
import { isPlace } from './ids.ts'

const prefix = 'v1:form:'

/** @param place null in the channel itself */
export const formId = (command: string, place: PlaceId | null): string => prefix + command + (place === null ? '' : `:${place}`)

/** Undefined for a form of another version. */
export function readFormId(id: string): { readonly command: string; readonly place: PlaceId | null } | undefined {
  if (!id.startsWith(prefix)) return undefined
  const [command = '', ...rest] = id.slice(prefix.length).split(':')
  const place = rest.join(':')
  return { command, place: isPlace(place) ? place : null }
}
