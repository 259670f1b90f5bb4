// The custom_id of a control: what it says, and, where a message has it twice, which copy it is.
import { limits } from './connection/limits.ts'

/** Makes a control's id unique in its message, as Discord wants it. */
export type CustomId = (control: string) => string

/**
 * The second copy of a control begins with `2~`. That stands before the control's version, so no control reads it as a value of its own;
 * controls are short enough to leave room for it.
 */
export function uniqueIds(): CustomId {
  const seen = new Set<string>()
  return (control) => {
    const wellFormed = control.toWellFormed()
    let id = wellFormed
    for (let copy = 2; seen.has(id); copy++) id = `${copy}~${wellFormed}`.slice(0, limits.customId)
    seen.add(id)
    return id
  }
}

/** What a custom_id says, whichever copy it is. Messages of older versions have spaces at the end to tell copies apart. */
export const controlIn = (customId: string): string => customId.replace(/^\d+~/u, '').trimEnd()
