// What is kept of a person, and how it changes when they are seen, hide, go by an alias, or leave.
import type { PersonId } from './quiz.ts'

export type Person = {
  readonly name: string
  /** What they chose to be shown by in place of their name; null: nothing. A platform's new name for them changes nothing about it. */
  readonly alias: string | null
  /** They asked to be kept off the boards, here or in a linked account. */
  readonly hidden: boolean
  /** They left the group. */
  readonly gone: boolean
}

/** Whether boards and lists show the person. */
export function isShown(person: Pick<Person, 'hidden' | 'gone'>): boolean {
  return !person.hidden && !person.gone
}

/**
 * What others read of somebody who is shown. Everything that names people names them by this. An alias is marked: it can be the name of
 * somebody whom the bot doesn't know, and no platform lists everybody.
 */
export function shownName({ name, alias }: Pick<Person, 'name' | 'alias'>): string {
  return alias === null ? name : markedAlias(alias)
}

export const markedAlias = (alias: string): string => `${alias} (alias)`

/**
 * Somebody among others, as everyone may see them. An alias stands for nobody's id: a platform would show the name that belongs to it.
 */
export function shownPerson({ id, name, alias }: Pick<Person, 'name' | 'alias'> & { readonly id: PersonId }): { readonly id: PersonId; readonly name: string } {
  return alias === null ? { id, name } : { id: `alias:${alias}`, name: markedAlias(alias) }
}

/** Somebody as people in another group see them, by their name alone: their id could be somebody else's there. */
export const shownFrom = <Seen extends { readonly id: PersonId }>(sameGroup: boolean, person: Seen): Seen => (sameGroup ? person : { ...person, id: `elsewhere:${person.id}` })

export function newPerson(name: string): Person {
  return { name, alias: null, hidden: false, gone: false }
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

/** How others see somebody. By an alias, they're on boards, but what they chose in a single question is kept as private as if they were hidden. */
export type Shown =
  | ({ readonly as: 'name' } & Mixed)
  | ({ readonly as: 'alias'; readonly alias: string } & Mixed)
  /** `byLink`: they didn't ask for it here, but in an account that is linked with this one. */
  | { readonly as: 'hidden'; readonly byLink?: true }

/** The groups of channels that share a daily question show them in different ways, as linked accounts or one account can: the common board leaves them out. */
type Mixed = { readonly mixed?: true }

/** @param hides what they asked for; `hidden` may also come from a linked account */
export function howShown({ hidden, hides = hidden, alias }: Pick<Person, 'hidden' | 'alias'> & { readonly hides?: boolean }, mixed = false): Shown {
  if (hidden) return hides ? { as: 'hidden' } : { as: 'hidden', byLink: true }
  return { ...(alias === null ? { as: 'name' } : { as: 'alias', alias }), ...(mixed ? { mixed } : {}) }
}

/** Somebody who asks to be seen in some way is here now as well. */
export function withShown<Known extends Person>(person: Known, name: string | null, shown: Shown): Known {
  return { ...person, name: name ?? person.name, gone: false, hidden: shown.as === 'hidden', alias: shown.as === 'alias' ? shown.alias : null }
}
