// What people are called: an id of the terminal keeps no capital letters, but the names that were typed, and the bot, do.
import type { Handler } from '../../platform.ts'
import type { PersonId } from '../../../core/quiz.ts'
import type { Screen } from '../../../screens/screen.ts'
import type { Inline } from '../../../screens/text.ts'
import { nameIn, personId, terminalGroup } from '../ids.ts'

export type Names = {
  /** Whoever types goes by this name. */
  own(name: string): void
  /** Somebody else was called by this name: worth less than what people say of themselves. */
  called(name: string): void
  of(person: PersonId): Promise<string | undefined>
  /** The same screen, with the names of people who have an id alone on it. */
  on(screen: Screen): Promise<Screen>
}

/** @param handler the bot, as soon as there is one */
export function createNames(handler: () => Pick<Handler, 'names'> | undefined): Names {
  const own = new Map<PersonId, string>()
  const called = new Map<PersonId, string>()

  async function of(people: readonly PersonId[]): Promise<(person: PersonId) => string | undefined> {
    const unknown = people.filter((person) => !own.has(person))
    const answered = unknown.length === 0 ? undefined : await handler()?.names(terminalGroup, unknown)
    return (person) => own.get(person) ?? answered?.get(person) ?? called.get(person) ?? nameIn(person)
  }

  return {
    own: (name) => void own.set(personId(name), name),
    called: (name) => void called.set(personId(name), name),
    of: async (person) => (await of([person]))(person),
    on: async (screen) => {
      const people: PersonId[] = []
      named(screen, (person) => void people.push(person))
      if (people.length === 0) return screen
      return named(screen, await of([...new Set(people)]))
    },
  }
}

type Person = Extract<Inline, { readonly kind: 'person' }>

const isNameless = (part: object): part is Person => 'kind' in part && part.kind === 'person' && 'name' in part && part.name === ''

/** Screens are plain data all through. */
function named<Part>(part: Part, nameOf: (person: PersonId) => string | undefined | void): Part {
  if (typeof part !== 'object' || part === null) return part
  if (Array.isArray(part)) return part.map((one: unknown) => named(one, nameOf)) as Part
  if (isNameless(part)) return { ...part, name: nameOf(part.id) ?? '' }
  return Object.fromEntries(Object.entries(part).map(([key, value]: [string, unknown]) => [key, named(value, nameOf)])) as Part
}
