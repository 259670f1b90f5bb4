// The names of people. An id in the terminal has no capital letters; the typed names and the bot's names do.
import type { PersonId } from '../../../core/quiz.ts'
import type { Screen } from '../../../screens/screen.ts'
import type { Inline } from '../../../screens/text.ts'
import type { Handler } from '../../platform.ts'
import { nameIn, personId, terminalGroup } from '../ids.ts'

export type Names = {
  /** Somebody types under this name. */
  own(name: string): void
  /** Somebody typed another person's name like this. Used only if neither that person nor the bot gives a name. */
  called(name: string): void
  /** Undefined for a person of another platform. */
  of(person: PersonId): Promise<string | undefined>
  /** The screen with names for all people on it that have none. */
  on(screen: Screen): Promise<Screen>
}

/** @param handler the bot; undefined before the start */
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
      withNames(screen, (person) => void people.push(person))
      if (people.length === 0) return screen
      return withNames(screen, await of([...new Set(people)]))
    },
  }
}

type Person = Extract<Inline, { readonly kind: 'person' }>

const isNameless = (part: object): part is Person => 'kind' in part && part.kind === 'person' && 'name' in part && part.name === ''

/** Works on any part of a screen, because screens are plain data. */
function withNames<Part>(part: Part, nameOf: (person: PersonId) => string | undefined | void): Part {
  if (typeof part !== 'object' || part === null) return part
  if (Array.isArray(part)) return part.map((one: unknown) => withNames(one, nameOf)) as Part
  if (isNameless(part)) return { ...part, name: nameOf(part.id) ?? '' }
  return Object.fromEntries(Object.entries(part).map(([key, value]: [string, unknown]) => [key, withNames(value, nameOf)])) as Part
}
