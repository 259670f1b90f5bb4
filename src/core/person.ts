// What is kept of a person, and how it changes when they are seen, hide, or leave.

export type Person = {
  readonly name: string
  /** They asked to be kept off the boards. */
  readonly hidden: boolean
  /** They left the group. */
  readonly gone: boolean
}

/** Whether boards and lists show the person. */
export function isShown(person: Pick<Person, 'hidden' | 'gone'>): boolean {
  return !person.hidden && !person.gone
}

export function newPerson(name: string): Person {
  return { name, hidden: false, gone: false }
}

/**
 * Somebody who is here now, under the name they have now: if they had left, they are back. The same object if nothing changed.
 *
 * @param name null: not known at the moment, so it stays
 */
export function seenAgain<Known extends Person>(person: Known, name: string | null): Known {
  return lookedUp(person, { gone: false, name })
}

/** What a platform says of a person; null where it does not say. */
export type Look = { readonly gone: boolean | null; readonly name: string | null }

/** The person after the platform was asked about them. The same object if nothing changed. */
export function lookedUp<Known extends Person>(person: Known, { gone, name }: Look): Known {
  const after = { name: name ?? person.name, gone: gone ?? person.gone }
  return person.name === after.name && person.gone === after.gone ? person : { ...person, ...after }
}

/** Somebody who asks to be hidden or shown is here now as well. */
export function withHidden<Known extends Person>(person: Known, name: string | null, hidden: boolean): Known {
  return { ...person, name: name ?? person.name, gone: false, hidden }
}
