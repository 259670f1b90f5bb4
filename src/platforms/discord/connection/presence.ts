// Who is still in their server.
import { Routes, type REST } from 'discord.js'
import type { PersonId } from '../../../core/quiz.ts'
import { described, hasCode, toPostError } from './post-errors.ts'
import { readPerson } from '../ids.ts'
import type { Log } from '../../../core/log.ts'

export type Presence = 'here' | 'gone'

/** A request each, and one after the other: more of them would keep posts waiting. */
const askedAtOnce = 50

/** Whoever cannot be asked about is not in the answer. */
export async function presence(rest: REST, people: readonly PersonId[], log: Log): Promise<ReadonlyMap<PersonId, Presence>> {
  const seen = new Map<PersonId, Presence>()
  for (const person of people.slice(0, askedAtOnce)) {
    const who = readPerson(person)
    if (who === undefined) continue
    try {
      await rest.get(Routes.guildMember(who.guild, who.user))
      seen.set(person, 'here')
    } catch (error) {
      if (hasCode(error, unknownMember, unknownUser)) seen.set(person, 'gone')
      else log.debug({ person, ...described(error) }, 'it is not known whether a person is still in the server')
      // Discord is busy or out of reach: the next look is tomorrow's.
      if (toPostError(error).code !== 'refused') break
    }
  }
  return seen
}

const unknownMember = 10007
const unknownUser = 10013
